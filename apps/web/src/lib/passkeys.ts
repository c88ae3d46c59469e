import type { PasskeyCreation, PasskeyRequest } from '@kith/contract'

// A passkey belongs to a name; at an address in numbers no browser makes one.
const ADDRESS_IN_NUMBERS = /^(?:[\d.]+|\[.*\])$/

/** Whether this browser can have passkeys at this address. */
export function canHavePasskeys(): boolean {
  return (
    'PublicKeyCredential' in window &&
    typeof PublicKeyCredential.parseCreationOptionsFromJSON === 'function' &&
    !ADDRESS_IN_NUMBERS.test(location.hostname)
  )
}

/** Whether this browser offers passkeys in the field in which one would write one's address. */
export async function canOfferPasskeys(): Promise<boolean> {
  return canHavePasskeys() && (await PublicKeyCredential.isConditionalMediationAvailable())
}

/** Has the browser make a passkey; answers what the API is to be told of it. */
export async function makePasskey(options: PasskeyCreation): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  return jsonOf(await navigator.credentials.create({ publicKey }))
}

/** How a passkey is asked for: at once, or offered quietly until one is chosen. */
export interface Asking {
  mediation: 'required' | 'conditional'
  signal?: AbortSignal
}

/** Has the browser ask for one of the passkeys that it has for this place. */
export async function showPasskey(options: PasskeyRequest, asking: Asking): Promise<unknown> {
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  return jsonOf(await navigator.credentials.get({ publicKey, ...asking }))
}

/** Why a browser gave no passkey: its person did not want to, there is one already, or it cannot. Undefined for refusals of the API. */
export function whyNoPasskey(error: unknown): 'givenUp' | 'alreadyThere' | 'impossible' | undefined {
  if (!(error instanceof DOMException)) return undefined
  // Browsers say no more of it, so that no page learns whether there is a passkey.
  if (error.name === 'NotAllowedError' || error.name === 'AbortError') return 'givenUp'
  return error.name === 'InvalidStateError' ? 'alreadyThere' : 'impossible'
}

function jsonOf(credential: Credential | null): unknown {
  if (credential instanceof PublicKeyCredential) return credential.toJSON()
  throw new DOMException('no passkey', 'NotAllowedError')
}
