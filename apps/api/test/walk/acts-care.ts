import { Letter } from '@kith/contract'
import { pairOf } from '../world-facts.ts'
import { anyPerson } from './acts-people.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyTie, type Walked } from './walk-state.ts'

/** Somebody notes that he spoke to a tie of his. */
export const saySpoke: Act = actOn(anySide, async ({ cast }, { by, path }) => {
  cast.done(await cast.client(by).send('PUT', `${path}/spoke`, {}))
})

export const takeSpokeBack: Act = actOn(anySide, async ({ cast }, { by, path }) => {
  cast.done(await cast.client(by).delete(`${path}/spoke`))
})

export const answerCloseness: Act = actOn(anySide, async ({ cast, dice }, { by, path }) => {
  const body = { answer: dice.pick(['same', 'later']) }
  cast.done(await cast.client(by).send('PUT', `${path}/closeness-question`, body))
})

export const takeAnswerBack: Act = actOn(anySide, async ({ cast }, { by, path }) => {
  cast.done(await cast.client(by).delete(`${path}/closeness-question`))
})

/** Somebody opens the letter of the season that is over. */
export const openLetter: Act = actOn(anyReader, async ({ cast }, { by }) => {
  const { season, earlier } = await cast.client(by).read(Letter, '/api/letter')
  cast.done(await cast.client(by).post('/api/letter/opened', { season: (earlier ?? season).key }))
})

function anyReader(walked: Walked): { by: string } | undefined {
  const by = anyPerson(walked)
  return by === undefined ? undefined : { by }
}

function anySide(walked: Walked): { by: string; path: string } | undefined {
  const by = anyPerson(walked)
  const other = by === undefined ? undefined : anyTie(walked, by)
  if (by === undefined || other === undefined) return undefined
  return { by, path: `/api/ties/${walked.facts.ties.get(pairOf(by, other))}` }
}
