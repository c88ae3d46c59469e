import { LIMITS } from '@kith/contract'
import { sql } from 'drizzle-orm'
import type { Notify } from '../changes/news.ts'
import type { Db } from '../database/client.ts'
import { notification } from '../database/tables/notification-tables.ts'

export const notify: Notify = async (tx, changed, { to, reason, post, actor, comment, thanks, at }) => {
  if (to.length === 0) return
  await tx
    .insert(notification)
    .values(to.map((person) => ({ person, reason, post, actor, comment, thanks, madeAt: at })))
  await dropOldest(tx, to)
  for (const person of to) changed({ kind: 'notification', a: post, b: person })
}

/** Keeps the newest of each person. O(what is kept), by index. */
async function dropOldest(tx: Db, people: readonly number[]): Promise<void> {
  for (const person of people) {
    await tx.execute(sql`
      delete from ${notification} where person = ${person} and no <= (
        select no from ${notification} where person = ${person} order by no desc offset ${LIMITS.notifications} limit 1
      )`)
  }
}
