import { type Block, type Blocks, LIMITS, type MakeBlock } from '@kith/contract'
import type { ChangeWriter, Written } from '../changes/change-writer.ts'
import type { Db } from '../database/client.ts'
import type { Viewer } from '../http/context.ts'
import { AppError, orNotFound } from '../http/refusals.ts'
import {
  countBlocks,
  findBlock,
  findPersonNo,
  leaveSharedThreads,
  listBlocks,
  mayEnd,
  removeAnswers,
  removeBlock,
  saveBlock,
} from './blocks-store.ts'
import { silenceRequests } from './requests-store.ts'
import type { Changed } from './tie-making.ts'
import { endTie } from './ties-service.ts'
import { findPair, lockPersons } from './ties-store.ts'

const DAY_MS = 86_400_000

export interface BlocksService {
  list(viewer: Viewer): Promise<Blocks>
  /** Blocks and ends the tie in one transaction. Blocking again answers the block that is there. */
  make(viewer: Viewer, block: MakeBlock): Promise<Written<Block>>
  end(viewer: Viewer, person: string): Promise<Written<undefined>>
}

export function createBlocks(deps: { db: Db; changes: ChangeWriter; now: () => Date }): BlocksService {
  const { db, changes, now } = deps
  return {
    list: async (viewer) => ({ blocks: await listBlocks(db, viewer.no) }),
    make: (viewer, { person }) =>
      changes.write(async (tx, changed) => {
        const other = orNotFound(await findPersonNo(tx, person))
        if (other === viewer.no) throw new AppError('request_to_self')
        await lockPersons(tx, [viewer.no, other])
        if ((await findBlock(tx, viewer.no, other)) === undefined) {
          await blockPerson(tx, changed, { blocker: viewer.no, blocked: other, at: now() })
        }
        return orNotFound((await listBlocks(tx, viewer.no, other))[0])
      }),
    end: (viewer, person) =>
      changes.write(async (tx, changed) => {
        const other = orNotFound(await findPersonNo(tx, person))
        const since = orNotFound(await findBlock(tx, viewer.no, other))
        if (mayEnd(since) > now()) throw new AppError('block_too_early')
        await removeBlock(tx, viewer.no, other)
        changed({ kind: 'block', a: viewer.no, b: other })
        return undefined
      }),
  }
}

async function blockPerson(
  tx: Db,
  changed: Changed,
  { blocker, blocked, at }: { blocker: number; blocked: number; at: Date },
): Promise<void> {
  const today = await countBlocks(tx, blocker, new Date(at.getTime() - DAY_MS))
  if (today >= LIMITS.blocksPerDay) throw new AppError('too_many_blocks_today')
  await saveBlock(tx, blocker, blocked, at)
  changed({ kind: 'block', a: blocker, b: blocked })
  await silenceRequests(tx, blocker, blocked, at)
  changed({ kind: 'requests', a: blocker })
  if (await leaveSharedThreads(tx, blocker, blocked)) changed({ kind: 'threads', a: blocker })
  const tie = await findPair(tx, blocker, blocked)
  if (tie && !tie.endedAt) await endTie(tx, changed, tie, at)
  for (const { ask, helper, post, asker } of await removeAnswers(tx, blocker, blocked)) {
    changed({ kind: 'addressing', a: post, b: asker }, { kind: 'answer', a: ask, b: helper })
  }
}
