import type { ChangeMe, Me, PersonPage, ShownPerson, TieView, Voice } from '@kith/contract'
import { type ChangeWriter, violatedConstraint, type Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import { changePerson, type FoundPerson, findByHandle, readMe } from './people-store.ts'

/** What a viewer may see of a person's posts, and how the rule "Names" lets that person appear. */
export interface SeenPerson {
  readonly person: ShownPerson
  readonly voices: readonly Voice[]
}

export interface PeopleDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly now: () => Date
  /** The viewer's live tie with a person. */
  findTieWith(db: Db, owner: number, other: number): Promise<TieView | undefined>
  /** Whether one of the two has blocked the other. */
  isBlocked(db: Db, one: number, other: number): Promise<boolean>
  seePerson(viewer: Viewer, person: number): Promise<SeenPerson>
}

export interface PeopleService {
  me(viewer: Viewer): Promise<Me>
  changeMe(viewer: Viewer, change: ChangeMe): Promise<Written<Me>>
  /** A person by handle: self, tie, named by a chain, findable stranger, or nobody at all. */
  page(viewer: Viewer, handle: string): Promise<PersonPage>
}

export function createPeople(deps: PeopleDeps): PeopleService {
  const { db, changes } = deps
  return {
    me: async (viewer) => orNotFound(await readMe(db, viewer.no)),
    changeMe: (viewer, change) =>
      changes
        .write(async (tx, changed) => {
          await changePerson(tx, viewer.no, { ...withoutGaps(change), updatedAt: deps.now() })
          changed({ kind: 'person', a: viewer.no })
          return orNotFound(await readMe(tx, viewer.no))
        })
        .catch(translateHandle),
    page: async (viewer, handle) => {
      const found = orNotFound(await findByHandle(db, handle))
      if (found.no === viewer.no) {
        const { id, handle: own, name } = found
        const { voices } = await seen(deps, viewer, found)
        return { relation: 'self', person: { shown: 'self', id, handle: own, name }, voices }
      }
      if (await deps.isBlocked(db, viewer.no, found.no)) throw notFound()
      const tie = await deps.findTieWith(db, viewer.no, found.no)
      const { person, voices } = await seen(deps, viewer, found)
      if (tie) return { relation: 'tie', person: tie.person, tie, voices }
      if (person.shown === 'named') return { relation: 'named', person, voices }
      if (!found.findable) throw notFound()
      const { name } = found
      return { relation: 'stranger', person: { handle: found.handle, name }, voices: [] }
    },
  }
}

async function seen(
  deps: PeopleDeps,
  viewer: Viewer,
  found: FoundPerson,
): Promise<{ person: ShownPerson; voices: Voice[] }> {
  const { person, voices } = await deps.seePerson(viewer, found.no)
  return { person, voices: [...voices] }
}

function withoutGaps(change: ChangeMe) {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function translateHandle(error: unknown): never {
  if (violatedConstraint(error) === 'person_handle_unique') {
    throw new AppError('handle_taken', { cause: error })
  }
  throw error
}
