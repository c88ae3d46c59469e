import {
  type ChangeMe,
  LIMITS,
  type Me,
  type PersonPage,
  type ShownPerson,
  type TieView,
  type Voice,
} from '@kith/contract'
import { type ChangeWriter, violatedConstraint, type Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import { presentPerson } from '../graph/person-presentation.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, notFound, orNotFound } from '../http/refusals.ts'
import {
  changePerson,
  countLeftHandles,
  type FoundPerson,
  findByHandle,
  lockHandle,
  readMe,
} from './people-store.ts'

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
  /** Somebody else whose page is there for the viewer. */
  find(viewer: Viewer, handle: string): Promise<{ no: number; id: string }>
}

export function createPeople(deps: PeopleDeps): PeopleService {
  const { db, changes } = deps
  return {
    me: async (viewer) => orNotFound(await readMe(db, viewer.no)),
    changeMe: (viewer, change) =>
      changes
        .write(async (tx, changed) => {
          const at = deps.now()
          if (change.handle !== undefined) await refuseRestless(tx, viewer.no, change.handle, at)
          await changePerson(tx, viewer.no, { ...withoutGaps(change), updatedAt: at })
          changed({ kind: 'person', a: viewer.no })
          return orNotFound(await readMe(tx, viewer.no))
        })
        .catch(translateHandle),
    page: async (viewer, handle) => readPage(deps, viewer, orNotFound(await findByHandle(db, handle))),
    find: async (viewer, handle) => {
      const found = orNotFound(await findByHandle(db, handle))
      const { relation } = await readPage(deps, viewer, found)
      if (relation === 'self') throw notFound()
      return found
    },
  }
}

async function readPage(deps: PeopleDeps, viewer: Viewer, found: FoundPerson): Promise<PersonPage> {
  if (found.no === viewer.no) {
    const { voices } = await seen(deps, viewer, found)
    return { relation: 'self', person: presentPerson(found, { way: 'own' }), voices }
  }
  if (await deps.isBlocked(deps.db, viewer.no, found.no)) throw notFound()
  const tie = await deps.findTieWith(deps.db, viewer.no, found.no)
  const { person, voices } = await seen(deps, viewer, found)
  if (tie) return { relation: 'tie', person: tie.person, tie, voices }
  if (person.shown === 'named') return { relation: 'named', person, voices }
  if (!found.findable) throw notFound()
  const { name } = found
  return { relation: 'stranger', person: { handle: found.handle, name }, voices: [] }
}

async function seen(
  deps: PeopleDeps,
  viewer: Viewer,
  found: FoundPerson,
): Promise<{ person: ShownPerson; voices: Voice[] }> {
  const { person, voices } = await deps.seePerson(viewer, found.no)
  return { person, voices: [...voices] }
}

const MONTH_MS = 30 * 86_400_000

// Every handle that somebody had stays his: whoever went on changing would use up names, and be nobody to his people.
async function refuseRestless(tx: Db, no: number, wish: string, at: Date): Promise<void> {
  if ((await lockHandle(tx, no)) === wish) return
  const left = await countLeftHandles(tx, no, new Date(at.getTime() - MONTH_MS))
  if (left >= LIMITS.handleChangesPerMonth) throw new AppError('too_many_handles_this_month')
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
