import type { Db } from '../database/client.ts'
import type { Change } from './change-kinds.ts'

/** Something that concerns people. Whether each of them may see it is asked when he reads it, and before he is told live. */
export interface PieceOfNews {
  readonly to: readonly number[]
  readonly reason:
    | 'comment'
    | 'reply'
    | 'addressed'
    | 'passed'
    | 'thanks'
    | 'sentence'
    | 'asked'
    | 'agreed'
    | 'answered'
  readonly post: number
  /** Who did it. */
  readonly actor: number
  /** What was said, where it is a comment. */
  readonly comment?: number
  /** The thanks, where it is that. */
  readonly thanks?: number
  readonly at: Date
}

/** Lets people know, inside the transaction in which it happens. */
export type Notify = (tx: Db, changed: (...changes: Change[]) => void, news: PieceOfNews) => Promise<void>
