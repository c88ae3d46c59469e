import { eq } from 'drizzle-orm'
import type { Db } from '../database/client.ts'
import { answer, ask } from '../database/tables/ask-tables.ts'
import { notification } from '../database/tables/notification-tables.ts'
import { thanks, thanksHop } from '../database/tables/thanks-tables.ts'
import type { Village, VillageAnswer, VillageAsk, VillageResult } from './village-data.ts'
import { ago, find, type Keys, type VillageDeps } from './village-keys.ts'
import type { PostNumbers } from './village-posts.ts'

interface Numbers {
  readonly persons: Keys['persons']
  readonly posts: PostNumbers
}

/** An answer as its row has it, and whom it concerns. */
interface Given {
  readonly one: VillageAnswer
  readonly ask: number
  readonly asker: number
  readonly post: number
  readonly helper: number
  readonly result: VillageResult | undefined
  readonly at: Date
}

/** Gives the asks of the village their answers, and thanks for those that solved one, of which people are told. */
export async function insertAnswers(
  tx: Db,
  village: Village,
  numbers: Numbers,
  { now }: VillageDeps,
): Promise<readonly Pick<Given, 'post' | 'asker'>[]> {
  const said = new Map(
    village.recommendations.map((one) => [`${one.author} ${one.subject}`, find(numbers.posts, one)]),
  )
  const given = village.asks.flatMap((one) => answersTo(one, said, numbers, now()))
  await tx.insert(answer).values(given.map(({ ask, post, at }) => ({ ask, post, madeAt: at })))
  const answered = given.map(({ asker, post, helper, at }) => ({
    person: asker,
    reason: 'answered',
    post,
    actor: helper,
    thanks: null,
    madeAt: at,
  }))
  const news = [...answered, ...(await solveAsks(tx, given, numbers.persons, now()))]
  // The newest are told of first by their numbers.
  await tx.insert(notification).values(news.sort((a, b) => a.madeAt.getTime() - b.madeAt.getTime()))
  return given
}

function answersTo(
  asked: VillageAsk,
  said: ReadonlyMap<string, number>,
  { persons, posts }: Numbers,
  now: Date,
): Given[] {
  return asked.answers.map((one) => ({
    one,
    ask: find(posts, asked),
    asker: find(persons, asked.author),
    post: find(said, `${one.helper} ${one.subject}`),
    helper: find(persons, one.helper),
    result: asked.result,
    at: ago(now, one.daysAgo, one.hoursAgo),
  }))
}

/** Notes which answers solved what was asked, and sends the thanks back; answers what is told of them. */
async function solveAsks(tx: Db, given: readonly Given[], persons: Keys['persons'], now: Date) {
  const news = []
  for (const { one, ask: no, asker, post, helper, result } of given) {
    if (result?.through !== one.helper) continue
    await tx.update(ask).set({ solvedBy: post }).where(eq(ask.post, no))
    if (!result.thanks) continue
    const at = ago(now, result.daysAgo)
    const sent = { post, thanker: asker, words: result.thanks.words, thankedAt: at }
    const [row] = await tx.insert(thanks).values(sent).returning({ no: thanks.no })
    if (!row) throw new Error('expected new thanks to have a number')
    const reached = [...result.thanks.carriers.map((key) => find(persons, key)), helper]
    const hops = [asker, ...reached].map((person, place) => ({ thanks: row.no, place, person }))
    await tx.insert(thanksHop).values(hops)
    const told = { reason: 'thanks', post, actor: asker, thanks: row.no, madeAt: at }
    news.push(...reached.map((person) => ({ ...told, person })))
  }
  return news
}
