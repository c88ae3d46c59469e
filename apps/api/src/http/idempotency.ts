import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto'
import { and, eq, lt } from 'drizzle-orm'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { z } from 'zod'
import type { Db } from '../database/client.ts'
import { idempotency } from '../database/tables/service-tables.ts'
import { viewerOf } from './context.ts'
import { AppError } from './refusals.ts'

const Key = z.uuid()
const KEPT_MS = 86_400_000
const NONCE_BYTES = 12
const TAG_BYTES = 16

/** A client's promise that a repeated request with this key is the same request. */
export interface Claim {
  readonly person: number
  /** Stands for the client's key, which itself is not kept: it opens the stored answer. */
  readonly name: string
  readonly secret: Buffer
  /** Hash of method, address and body. */
  readonly request: Buffer
  readonly at: Date
}

/** Reads the Idempotency-Key of routes that create. */
export function installClaims(api: FastifyInstance, now: () => Date): void {
  api.decorateRequest('claim')
  api.addHook('preHandler', async (request) => {
    if (request.routeOptions.config.creates) request.claim = readClaim(request, now())
  })
}

function readClaim(request: FastifyRequest, at: Date): Claim | undefined {
  const header = request.headers['idempotency-key']
  if (header === undefined) return undefined
  const key = Key.safeParse(header)
  if (!key.success) {
    throw new AppError('invalid_input', { fields: [{ path: 'Idempotency-Key', message: 'must be a UUID' }] })
  }
  const plain = key.data.toLowerCase()
  return {
    person: viewerOf(request).no,
    name: nameOf(digest(`name ${plain}`)),
    secret: digest(`secret ${plain}`),
    request: digest(JSON.stringify([request.method, request.url, request.body ?? null])),
    at,
  }
}

/**
 * Does `act` once for a claim: in the caller's transaction, so that neither a crash nor a second request at the same
 * time can do it twice. The second waits for the first and gets its answer; another request under the same key is
 * refused. Answers are kept for a day, readable only by who knows the key.
 */
export async function onlyOnce<T>(
  tx: Db,
  claim: Claim | undefined,
  answer: z.ZodType<T>,
  act: () => Promise<T>,
): Promise<T> {
  if (!claim) return act()
  if (!(await takeClaim(tx, claim))) return answer.parse(JSON.parse(await readAnswer(tx, claim)))
  const value = await act()
  await tx
    .update(idempotency)
    .set({ status: 201, answer: lock(claim, JSON.stringify(value)) })
    .where(isClaim(claim))
  return value
}

async function takeClaim(tx: Db, claim: Claim): Promise<boolean> {
  const { person, name, request, at } = claim
  const taken = await tx
    .insert(idempotency)
    .values({ person, key: name, request, madeAt: at })
    .onConflictDoUpdate({
      target: [idempotency.person, idempotency.key],
      set: { request, status: null, answer: null, madeAt: at },
      setWhere: lt(idempotency.madeAt, new Date(at.getTime() - KEPT_MS)),
    })
    .returning({ person: idempotency.person })
  return taken.length > 0
}

async function readAnswer(tx: Db, claim: Claim): Promise<string> {
  const [row] = await tx.select().from(idempotency).where(isClaim(claim))
  if (!row?.answer || !row.request.equals(claim.request)) throw new AppError('idempotency_conflict')
  return unlock(claim, row.answer)
}

function isClaim(claim: Claim) {
  return and(eq(idempotency.person, claim.person), eq(idempotency.key, claim.name))
}

function lock(claim: Claim, plain: string): string {
  const nonce = randomBytes(NONCE_BYTES)
  const cipher = createCipheriv('aes-256-gcm', claim.secret, nonce)
  return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]).toString('base64')
}

function unlock(claim: Claim, locked: string): string {
  const bytes = Buffer.from(locked, 'base64')
  const decipher = createDecipheriv('aes-256-gcm', claim.secret, bytes.subarray(0, NONCE_BYTES))
  decipher.setAuthTag(bytes.subarray(-TAG_BYTES))
  const body = bytes.subarray(NONCE_BYTES, -TAG_BYTES)
  return Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest()
}

function nameOf(hash: Buffer): string {
  return hash
    .toString('hex')
    .slice(0, 32)
    .replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
