import { memberOf } from '../world-facts.ts'
import { anyPerson } from './acts-people.ts'
import { blankPicture } from './acts-posts.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf } from './walk-state.ts'

export const putFace: Act = actOn(anyPerson, async ({ cast }, key) => cast.face(key, await blankPicture()))

export const removeFace: Act = actOn(
  ({ facts, dice }) => anyOf(dice, [...facts.faces.keys()]),
  async ({ cast, facts }, key) => {
    cast.done(await memberOf(facts, key).client.delete('/api/me/photo'))
    facts.faces.delete(key)
  },
)
