import { type AddPasskey, LinkSecret, type PasskeySignIn } from '@kith/contract'
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server'
import { decodeAttestationObject, isoBase64URL } from '@simplewebauthn/server/helpers'
import { z } from 'zod'

/** Signatures that devices may make: EdDSA, ES256, RS256, as COSE numbers them. */
export const ALGORITHMS = [-8, -7, -257]
/**
 * What a device may say about itself. For other forms the library would ask the addresses that stand in a certificate
 * whether it was revoked, and whoever sends it would choose where this server connects to.
 */
const FORMATS = ['none', 'packed']

const ClientData = z.object({ challenge: LinkSecret })

/** Where a passkey is good: the origin that a browser signs, and the domain that it keeps the passkey for. */
export interface Site {
  readonly origin: string
  readonly domain: string
}

export interface MadePasskey {
  readonly credential: string
  readonly publicKey: Buffer
  readonly uses: number
}

/** The challenge that a device says it signed; undefined where it is none of ours. */
export function challengeOf(clientDataJSON: string): LinkSecret | undefined {
  try {
    return ClientData.parse(JSON.parse(isoBase64URL.toUTF8String(clientDataJSON))).challenge
  } catch {
    // Whatever cannot be read was not made for us.
    return undefined
  }
}

/** What a device made, if it proves that it did so here, for this challenge, for a person it has verified. */
export async function proveMade(
  { id, rawId, type, response }: AddPasskey['credential'],
  challenge: LinkSecret,
  site: Site,
): Promise<MadePasskey | undefined> {
  const { clientDataJSON, attestationObject } = response
  return orUndefined(async () => {
    if (!FORMATS.includes(formatOf(attestationObject))) return undefined
    const proof = await verifyRegistrationResponse({
      response: {
        id,
        rawId,
        type,
        response: { clientDataJSON, attestationObject },
        clientExtensionResults: {},
      },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.domain,
      requireUserVerification: true,
      supportedAlgorithmIDs: ALGORITHMS,
    })
    if (!proof.verified) return undefined
    const { credential } = proof.registrationInfo
    // What was signed counts, and has no bounds of its own.
    if (credential.id !== id) return undefined
    return {
      credential: credential.id,
      publicKey: Buffer.from(credential.publicKey),
      uses: credential.counter,
    }
  })
}

/** How often a passkey was used, as its device counts, if the device proves that it signed this challenge here. */
export async function proveShown(
  { id, rawId, type, response }: PasskeySignIn['credential'],
  challenge: LinkSecret,
  site: Site,
  publicKey: Buffer,
): Promise<number | undefined> {
  return orUndefined(async () => {
    const proof = await verifyAuthenticationResponse({
      response: { id, rawId, type, response, clientExtensionResults: {} },
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.domain,
      requireUserVerification: true,
      // The count is compared where it is kept.
      credential: { id, publicKey: new Uint8Array(publicKey), counter: 0 },
    })
    return proof.verified ? proof.authenticationInfo.newCounter : undefined
  })
}

function formatOf(attestationObject: string): string {
  return decodeAttestationObject(isoBase64URL.toBuffer(attestationObject)).get('fmt')
}

// The library throws for whatever is not as it should be; nothing in here asks anybody else.
async function orUndefined<T>(prove: () => Promise<T | undefined>): Promise<T | undefined> {
  try {
    return await prove()
  } catch {
    return undefined
  }
}
