import { type AddPasskey, Passkey, type PasskeySignIn } from '@kith/contract'
import { expectBody } from './api-world.ts'
import { beginPasskey, SoftwarePasskey } from './software-authenticator.ts'
import type { Cast } from './world-cast.ts'
import { token } from './world-words.ts'

const NOBODYS_CHALLENGE = 'A'.repeat(43)
const DOMAIN = 'kith.test'

/** Somebody of the cast adds a passkey under a name that stands nowhere else. */
export async function addPasskey(cast: Cast, owner: string): Promise<void> {
  const [client, device, name] = [cast.client(owner), new SoftwarePasskey(), token()]
  const made = device.made(await beginPasskey(client))
  const answer = await client.post('/api/auth/passkeys', { ...made, name })
  cast.done(answer)
  cast.facts.passkeys.push({ owner, id: expectBody(Passkey, answer).id, name, device })
}

/** A passkey that nobody asked for, as a browser would send it. */
export function strangePasskey(): AddPasskey {
  return new SoftwarePasskey().made({
    challenge: NOBODYS_CHALLENGE,
    rp: { id: DOMAIN, name: 'Kith' },
    user: { id: 'A'.repeat(22), name: '', displayName: '' },
    pubKeyCredParams: [],
    timeout: 0,
    attestation: 'none',
    excludeCredentials: [],
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  })
}

/** A sign-in that nobody asked for. */
export function strangeSignIn(device: SoftwarePasskey = new SoftwarePasskey()): PasskeySignIn {
  const options = {
    challenge: NOBODYS_CHALLENGE,
    rpId: DOMAIN,
    timeout: 0,
    userVerification: 'required',
  } as const
  return device.shown(options, { domain: DOMAIN, userHandle: 'A'.repeat(22) })
}
