import { randomUUID } from 'node:crypto'
import { uuidv7 } from 'uuidv7'

/** Makes public ids. They are made by the API, so that they can be handed in where order or repetition matters. */
export interface NewIds {
  /** Grows with time (UUIDv7): posts, ties and whatever may tell when it was made. */
  readonly dated: () => string
  /** Says nothing (UUIDv4): persons and subjects, whose age would tell when somebody hidden first named them. */
  readonly undated: () => string
}

export const newIds: NewIds = { dated: uuidv7, undated: randomUUID }
