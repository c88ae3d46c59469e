import { LIMITS } from '@kith/contract'
import { beginSignIn } from '../software-authenticator.ts'
import { type KnownPasskey, memberOf } from '../world-facts.ts'
import { addPasskey } from '../world-passkeys.ts'
import { token } from '../world-words.ts'
import { rememberSession } from './acts-people.ts'
import { type Act, actOn } from './walk-acts.ts'
import { anyOf, peopleOf, type Walked } from './walk-state.ts'

function anyPasskey({ facts, dice }: Walked): KnownPasskey | undefined {
  return anyOf(dice, facts.passkeys)
}

export const addOne: Act = actOn(
  (walked) => {
    const { facts, dice } = walked
    const passkeysOf = (key: string) => facts.passkeys.filter(({ owner }) => owner === key)
    return anyOf(
      dice,
      peopleOf(walked).filter((key) => passkeysOf(key).length < LIMITS.passkeys),
    )
  },
  ({ cast }, owner) => addPasskey(cast, owner),
)

export const rename: Act = actOn(anyPasskey, async ({ cast, facts }, passkey) => {
  const name = token()
  cast.done(await cast.client(passkey.owner).patch(`/api/auth/passkeys/${passkey.id}`, { name }))
  facts.passkeys.splice(facts.passkeys.indexOf(passkey), 1, { ...passkey, name })
})

export const remove: Act = actOn(anyPasskey, async ({ cast, facts }, passkey) => {
  cast.done(await cast.client(passkey.owner).delete(`/api/auth/passkeys/${passkey.id}`))
  facts.passkeys.splice(facts.passkeys.indexOf(passkey), 1)
})

/** Signs in once more, in the same browser; the session before stays what it is. */
export const signIn: Act = actOn(anyPasskey, async (walked, { owner, device }) => {
  const { client } = memberOf(walked.facts, owner)
  walked.deaf.add(owner)
  const shown = device.shown(await beginSignIn(client))
  walked.cast.done(await client.post('/api/auth/passkey-sign-in', shown))
  await rememberSession(walked, owner)
})
