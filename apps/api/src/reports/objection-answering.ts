import type { Db } from '../database/client.ts'
import { hashSecret, type NewSecret } from '../http/link-secrets.ts'
import { type ObjectionLetter, writeObjectionLetter } from './objection-letters.ts'
import { renewSecret } from './objections-store.ts'

/** Answers an objection inside the transaction that decides it; what comes back mails the answer, with a link to appeal by. */
export type AnswerObjection = (tx: Db, id: string, answer: string) => Promise<() => void>

export interface MailDeps {
  /** The address that people use, for links. */
  readonly address: string
  readonly newSecret: NewSecret
  readonly post: (letter: ObjectionLetter) => void
}

export function createObjectionAnswering({ address, newSecret, post }: MailDeps): AnswerObjection {
  return async (tx, id, answer) => {
    const secret = newSecret()
    const reader = await renewSecret(tx, id, hashSecret(secret))
    if (!reader) throw new Error('expected a case of this kind to have an objection')
    const link = `${address}/objection/${secret}`
    return () => post(writeObjectionLetter('answer', reader, { link, answer }))
  }
}
