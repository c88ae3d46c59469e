import { createHash } from 'node:crypto'
import type { LinkSecret, MakeObjection, ObjectionState } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { NewIds } from '../database/new-ids.ts'
import { hashSecret } from '../http/link-secrets.ts'
import type { RateLimits } from '../http/rate-limits.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import { decisionOf, mayAppeal } from './case-sides.ts'
import type { MailDeps } from './objection-answering.ts'
import { writeObjectionLetter } from './objection-letters.ts'
import { lockObjection, openObjection, saveObjection } from './objections-store.ts'
import { insertAppeal, lockReport, selectObjectionSide } from './reports-store.ts'

/** What somebody without an account can do about what may be said of him here. */
export interface ObjectionService {
  /** Answers the same whatever is or is not here; a letter with a link goes to the address. */
  make(wish: MakeObjection): Promise<void>
  look(secret: LinkSecret): Promise<ObjectionState>
  /** From then on it waits for the operator; again changes nothing. */
  confirm(secret: LinkSecret): Promise<Written<undefined>>
  /** Once, for a while after the answer. */
  appeal(secret: LinkSecret, words: string): Promise<Written<undefined>>
}

export interface ObjectionDeps extends MailDeps {
  readonly db: Db
  readonly changes: ChangeWriter
  readonly rates: RateLimits
  readonly ids: NewIds
  readonly now: () => Date
}

export function createObjections(deps: ObjectionDeps): ObjectionService {
  const { db, changes, ids, now } = deps
  return {
    make: (wish) => make(deps, wish),
    look: (secret) => db.transaction((tx) => readState(tx, secret, now())),
    confirm: (secret) =>
      changes.write(async (tx) => {
        const secretHash = hashSecret(secret)
        const { report } = orNotFound(await lockObjection(tx, secretHash))
        if (report === null) await openObjection(tx, { secretHash, id: ids.dated(), at: now() })
        return undefined
      }),
    appeal: (secret, words) =>
      changes.write(async (tx) => {
        const { report } = orNotFound(await lockObjection(tx, hashSecret(secret)))
        if (report !== null) await lockReport(tx, report)
        const state = await readState(tx, secret, now())
        if (report === null || !state.mayAppeal) throw new AppError('no_appeal')
        await insertAppeal(tx, { report, by: 'objector', words, at: now() })
        return undefined
      }),
  }
}

// Whoever fills what nobody sees is a machine, and is answered like anybody else.
async function make({ changes, rates, now, newSecret, address, post }: ObjectionDeps, wish: MakeObjection) {
  const { website, ...said } = wish
  await rates.count('objectionPerEmail', said.email.toLowerCase())
  if (website !== '') return
  const secret = newSecret()
  const fingerprint = createHash('sha256').update(JSON.stringify(said)).digest()
  const kept = { ...said, fingerprint, secretHash: hashSecret(secret), at: now() }
  const { value: isNew } = await changes.write((tx) => saveObjection(tx, kept))
  if (!isNew) return
  post(writeObjectionLetter('confirm', said, { link: `${address}/objection/${secret}` }))
}

async function readState(tx: Db, secret: LinkSecret, now: Date): Promise<ObjectionState> {
  const { report } = orNotFound(await lockObjection(tx, hashSecret(secret)))
  if (report === null) return { state: 'unconfirmed', answer: null, mayAppeal: false }
  const side = orNotFound(await selectObjectionSide(tx, report))
  const decision = decisionOf(side)
  if (decision === null || side.waiting) return { state: 'open', answer: null, mayAppeal: false }
  const isOpen = side.appeal === null && mayAppeal('objector', decision, now)
  return { state: 'answered', answer: decision.reasons, mayAppeal: isOpen }
}
