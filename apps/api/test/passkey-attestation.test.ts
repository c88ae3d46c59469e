import { Passkeys } from '@kith/contract'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { openWorld, type Person, type World } from './api-world.ts'
import { beginPasskey, SoftwarePasskey } from './software-authenticator.ts'

let world: World
let ada: Person

beforeAll(async () => {
  world = await openWorld({ rates: { passwordPerPerson: { max: 100, seconds: 600 } } })
  ada = await world.person('ada')
})

afterAll(() => world.close())

// Of a device that says: whether I was revoked stands at http://crl.kith.test/list.
const CERTIFICATE = Buffer.from(
  `
    MIIBpjCCAUugAwIBAgIUHA9RhvEl2Dw8infLdZ5Pf1CXwnYwCgYIKoZIzj0EAwIwETEPMA0GA1UEAwwGZGV2aWNlMCAXDTI2MTEy
    NzAxMDIzMFoYDzIxMjYxMTAzMDEwMjMwWjARMQ8wDQYDVQQDDAZkZXZpY2UwWTATBgcqhkjOPQIBBggqhkjOPQMBBwNCAAT+DcjZ
    RzgrMZaLnN4tBS1f1Na+fNsRkxvo8p5WhggWeG6QOuc+/TwqD1WTMsq8LSWm51AzwQX33Q6up1UEI9FMo38wfTAdBgNVHQ4EFgQU
    Zle2FEamUTyu1CKnQaqHFEGGkYEwHwYDVR0jBBgwFoAUZle2FEamUTyu1CKnQaqHFEGGkYEwDwYDVR0TAQH/BAUwAwEB/zAqBgNV
    HR8EIzAhMB+gHaAbhhlodHRwOi8vY3JsLmtpdGgudGVzdC9saXN0MAoGCCqGSM49BAMCA0kAMEYCIQD23J+OfcFb/L6bxfYXrE8n
    wfQnK0NKMYqHqV1HH0mhAgIhAKpc1Ln8P+jV4lllMbOZDjUy6sog5wsy6dbQENT/MK6G`,
  'base64',
)

it('a device that says more of itself than we check is refused, and its certificate makes us ask nobody', async () => {
  const asked = vi.spyOn(globalThis, 'fetch')
  for (const format of ['android-key', 'apple', 'tpm', 'fido-u2f', 'android-safetynet', 'packed', 'x']) {
    const twist = { format, certificate: CERTIFICATE }
    const made = new SoftwarePasskey().made(await beginPasskey(ada), twist)
    expect((await ada.post('/api/auth/passkeys', made)).code).toBe('passkey_not_added')
  }
  expect(asked).not.toHaveBeenCalled()
  asked.mockRestore()
  expect((await ada.read(Passkeys, '/api/auth/passkeys')).passkeys).toEqual([])
})

const HOSTILE_BYTES = [
  Buffer.alloc(1),
  Buffer.from('ff', 'hex'),
  Buffer.from('a1'.repeat(5_000), 'hex'),
  Buffer.alloc(14_000, 0x81),
  Buffer.from('bb7fffffffffffffff', 'hex'),
  Buffer.from('a363666d74646e6f6e656761747453746d74a068617574684461746140', 'hex'),
  Buffer.from('a363666d74647061636b656761747453746d74a068617574684461746140', 'hex'),
]

it('bytes that are no attestation are refused as any other, whatever they are', async () => {
  for (const bytes of HOSTILE_BYTES) {
    const { name, credential } = new SoftwarePasskey().made(await beginPasskey(ada))
    const response = { ...credential.response, attestationObject: bytes.toString('base64url') }
    const answer = await ada.post('/api/auth/passkeys', { name, credential: { ...credential, response } })
    expect(answer.code).toBe('passkey_not_added')
  }
})
