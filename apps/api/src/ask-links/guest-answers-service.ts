import {
  ClaimedAnswer,
  type GuestAnswerId,
  type GuestAnswers,
  type LinkSecret,
  MakeRecommendation,
  PostId,
  type SubjectKind,
} from '@kith/contract'
import type { Change } from '../changes/change-kinds.ts'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { AskReader } from '../graph/voice-reader.ts'
import type { Viewer } from '../http/context.ts'
import { type Claim, onlyOnce } from '../http/idempotency.ts'
import { hashSecret } from '../http/link-secrets.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { findOwnAsk } from './ask-links-store.ts'
import {
  deleteGuestAnswer,
  type GuestAnswerRow,
  listAnswered,
  listGuestAnswers,
  lockClaimed,
  removeGuestAnswer,
} from './guest-answers-store.ts'

type Changed = (...changes: Change[]) => void

/** What came by the links of asks. Only whoever asks reads it, and whoever gave it may take it with him. */
export interface GuestAnswerService {
  /** What came by the links of the viewer's own ask. For anybody else there is no such list. */
  list(viewer: Viewer, ask: PostId): Promise<GuestAnswers>
  /** The words are gone for good. */
  remove(viewer: Viewer, ask: PostId, id: GuestAnswerId): Promise<Written<undefined>>
  /** What the viewer gave as a guest becomes a note of his, and is no guest's answer any more. */
  claim(viewer: Viewer, secret: LinkSecret, claim: Claim | undefined): Promise<Written<ClaimedAnswer>>
  /** The viewer's own asks that were answered by a link, and when that was last. */
  answered(viewer: number): Promise<{ ask: { post: PostId; title: string }; at: Date }[]>
}

export interface GuestAnswerDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly asks: AskReader
  readonly now: () => Date
  /** Writes a recommendation into its author's notebook, inside a transaction. */
  readonly makeNote: (
    tx: Db,
    changed: Changed,
    made: { viewer: Viewer; wish: MakeRecommendation },
  ) => Promise<PostId>
}

export function createGuestAnswers(deps: GuestAnswerDeps): GuestAnswerService {
  const { db, changes, asks } = deps
  return {
    list: async (viewer, id) => {
      const { no } = orNotFound(await findOwnAsk(db, viewer.no, id, { lock: false }))
      return { answers: await listGuestAnswers(db, no) }
    },
    remove: (viewer, ask, id) =>
      changes.write(async (tx, changed) => {
        orNotFound((await deleteGuestAnswer(tx, { asker: viewer.no, ask, id })) || undefined)
        changed({ kind: 'look', a: viewer.no })
        return undefined
      }),
    claim: async (viewer, secret, claim) => {
      const { value, position } = await changes.write((tx, changed) =>
        onlyOnce(tx, claim, ClaimedAnswer, () => takeOver(tx, changed, deps, viewer, secret)),
      )
      const seen = value.ask === null ? undefined : await asks.readOne(viewer.no, value.ask)
      return { value: { ...value, ask: seen && !seen.ask.isOver ? value.ask : null }, position }
    },
    answered: async (viewer) => {
      const rows = await listAnswered(db, viewer)
      return rows.flatMap(({ id, title, at }) => (at ? [{ ask: { post: PostId.parse(id), title }, at }] : []))
    },
  }
}

async function takeOver(
  tx: Db,
  changed: Changed,
  deps: GuestAnswerDeps,
  viewer: Viewer,
  secret: LinkSecret,
): Promise<ClaimedAnswer> {
  const { answer, asker, kind, askId } = orNotFound(await lockClaimed(tx, hashSecret(secret)))
  if (asker === viewer.no) throw new AppError('ask_of_own')
  await removeGuestAnswer(tx, answer.id)
  const recommendation = await deps.makeNote(tx, changed, { viewer, wish: noteOf(answer, kind) })
  changed({ kind: 'look', a: asker })
  return { recommendation, ask: PostId.parse(askId) }
}

/** What was said as a guest, as its giver would have said it in his notebook. */
function noteOf(said: GuestAnswerRow, kind: SubjectKind): MakeRecommendation {
  const { title, place, why, interestWords, website, contact } = said
  return MakeRecommendation.parse({
    about: null,
    subject: { kind, title, place, creator: null, year: null, ...NO_FACTS },
    verdict: 'recommend',
    interest: said.interest,
    words: { ...NO_WORDS, why, interestWords, link: website, contact },
    audience: { form: 'notebook' },
    onward: 1,
    language: said.language,
  })
}

const NO_FACTS = { trade: null, region: null, role: null, field: null }
const NO_WORDS = {
  ...{ forWhom: null, notForWhom: null, basis: 'own', when: null, price: null },
  ...{ partnersSought: false, occasion: null, hours: null, ends: null },
}
