import { type SubjectKind, TieRequest } from '@kith/contract'
import { expectBody } from '../api-world.ts'
import { pairOf, tiesOf } from '../world-facts.ts'
import {
  answerIntroduction,
  askForIntroduction,
  bringTogether,
  isBrokers,
  isOfferedTo,
  isParty,
  offerIntroduction,
  removeIntroduction,
} from '../world-introductions.ts'
import { isApart } from '../world-rules.ts'
import { type KnownIntroduction } from '../world-together.ts'
import { anyPerson } from './acts-people.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf, anyTie } from './walk-state.ts'

const KINDS: readonly SubjectKind[] = ['craftsman', 'film', 'job', 'business']
const MOST_OPEN = 6

/** Nobody asks the same twice: that is refused while it is open. */
export const ask: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const asker = anyPerson(walked)
    const broker = anyTie(walked, asker)
    const mine = facts.introductions.filter(
      (made) => made.asker === asker && made.thread === null && made.isOpen(),
    )
    const kind = anyOf(
      dice,
      KINDS.filter((one) => !mine.some((made) => made.kind === one && made.broker === broker)),
    )
    if (broker === undefined || kind === undefined || mine.length >= MOST_OPEN) return undefined
    return { asker, broker, kind }
  },
  ({ cast }, { asker, broker, kind }) => askForIntroduction(cast, asker, broker, kind),
)

export const bring: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const broker = anyPerson(walked)
    const [one, other] = dice.some(tiesOf(facts, broker), 0.5)
    const kind = dice.pick(KINDS)
    if (one === undefined || other === undefined) return undefined
    const isOpen = facts.introductions.some(
      (made) =>
        made.broker === broker &&
        made.isOpen() &&
        made.asker === null &&
        made.kind === kind &&
        isParty(one, made) &&
        isParty(other, made),
    )
    return isOpen ? undefined : { broker, pair: [one, other] as const, kind }
  },
  ({ cast }, { broker, pair, kind }) => bringTogether(cast, broker, pair, kind),
)

export const offer: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const made = anyOf(
      dice,
      facts.introductions.filter(
        (one) =>
          one.asker !== null && one.sides.length === 0 && one.isOpen() && isBrokers(facts, one.broker, one),
      ),
    )
    const who =
      made &&
      anyOf(
        dice,
        tiesOf(facts, made.broker).filter((key) => key !== made.asker),
      )
    return made === undefined || who === undefined ? undefined : { made, who }
  },
  ({ cast }, { made, who }) => offerIntroduction(cast, made, who),
)

export const answer: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const waiting = facts.introductions.flatMap((made) =>
      made.sides
        .filter((side) => side.answer === null && isOfferedTo(facts, side.who, made))
        .map(({ who }) => ({ made, who })),
    )
    const found = anyOf(dice, waiting)
    return found && { ...found, answer: dice.pick(['yes', 'yes', 'notNow', 'never'] as const) }
  },
  ({ cast }, { made, ...said }) => answerIntroduction(cast, made, said),
)

export const remove: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const open = facts.introductions.filter(
      ({ thread, withdrawn, isOpen }) => thread === null && !withdrawn && isOpen(),
    )
    const may = (made: KnownIntroduction) => [
      ...(made.asker === null ? [] : [{ made, by: made.asker }]),
      ...(isBrokers(facts, made.broker, made) ? [{ made, by: made.broker }] : []),
    ]
    return anyOf(dice, open.flatMap(may))
  },
  ({ cast }, { made, by }) => removeIntroduction(cast, made, by),
)

export const offerTie: Act = actOn(
  ({ facts, dice }) => {
    const pairs = facts.introductions.flatMap((made) => {
      if (made.thread === null) return []
      const [one = '', other = ''] = [made.asker, ...made.sides.map(({ who }) => who)].filter(
        (key) => key !== null,
      )
      return [
        { made, from: one, to: other },
        { made, from: other, to: one },
      ]
    })
    const isAsked = (pair: string) => facts.requests.some(({ from, to }) => pairOf(from, to) === pair)
    return anyOf(
      dice,
      pairs.filter(({ from, to }) => {
        const pair = pairOf(from, to)
        return !facts.ties.has(pair) && !isApart(facts, from, to) && !isAsked(pair)
      }),
    )
  },
  async ({ cast, facts }, { made, from, to }) => {
    const answered = cast.done(await cast.client(from).post(`/api/introductions/${made.id}/tie-request`))
    facts.requests.push({ from, to, id: expectBody(TieRequest, answered).id, waits: true })
  },
)

export const takeNeverBack: Act = actOn(
  ({ facts, dice }) => anyOf(dice, [...facts.nevers]),
  async ({ cast, facts }, never) => {
    const [who = '', kind = ''] = never.split(' ')
    cast.done(await cast.client(who).delete(`/api/introductions/never/${kind}`))
    facts.nevers.delete(never)
  },
)
