import { answersTo, type Facts, type KnownAsk, type KnownPost, pairOf } from './world-facts.ts'

/** Whether somebody answered an ask: for him it stays when it is over. */
export function hasAnswered(facts: Facts, who: string, post: KnownPost): boolean {
  const ask = facts.asks.find((one) => one === post)
  return ask !== undefined && answersTo(facts, ask).some(({ author }) => author === who)
}

/** Whether it is an ask whose author showed himself to this helper. */
export function isShownTo(facts: Facts, who: string, post: KnownPost): boolean {
  const ask = facts.asks.find((one) => one === post)
  return (
    ask !== undefined && answersTo(facts, ask).some(({ key, author }) => author === who && ask.shown.has(key))
  )
}

/** An ask is not answered with this any more. */
export function dropAnswer({ answers, shown }: KnownAsk, given: string): void {
  answers.splice(answers.indexOf(given), 1)
  shown.delete(given)
}

/** The two answer each other no more. */
export function endAnswers(facts: Facts, one: string, other: string): void {
  for (const ask of facts.asks)
    for (const post of answersTo(facts, ask))
      if (pairOf(ask.author, post.author) === pairOf(one, other)) dropAnswer(ask, post.key)
}
