import type { PostId } from '@kith/contract'
import { eq } from 'drizzle-orm'
import { eraseAsk } from '../src/asks/ask-store.ts'
import { answer } from '../src/database/tables/ask-tables.ts'
import { post } from '../src/database/tables/post-tables.ts'
import type { Somebody, Write } from './world-writes.ts'

export interface Asked {
  readonly id: PostId
  readonly no: number
  readonly author: Somebody
}

/** Changes asks and their answers through the tables and the change log, whatever the rules of answering are. */
export function createAskWrites(write: Write, now: () => Date) {
  return {
    /** Answers an ask with a recommendation of somebody else's. */
    answer: (asked: Asked, given: { readonly no: number; readonly author: Somebody }) =>
      write(async (tx, changed) => {
        await tx.insert(answer).values({ ask: asked.no, post: given.no, madeAt: now() }).onConflictDoNothing()
        changed(
          { kind: 'addressing', a: given.no, b: asked.author.no },
          { kind: 'answer', a: asked.no, b: given.author.no },
        )
      }),

    eraseAsk: (asked: Asked) =>
      write(async (tx, changed) => {
        changed({ kind: 'post', a: asked.no })
        for (const gone of await eraseAsk(tx, asked.no, now()))
          changed(
            { kind: 'addressing', a: gone.post, b: asked.author.no },
            { kind: 'answer', a: asked.no, b: gone.helper },
          )
      }),

    /** Whatever its audience was, it is a club's now. */
    toClub: ({ no }: Asked, club: number) =>
      write(async (tx, changed) => {
        await tx.update(post).set({ form: 'club', allTies: false, club }).where(eq(post.no, no))
        changed({ kind: 'post', a: no })
      }),
  }
}
