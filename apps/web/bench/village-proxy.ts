import 'reflect-metadata'
import httpProxy from '@fastify/http-proxy'
import { X509CertificateGenerator } from '@peculiar/x509'
import fastify from 'fastify'

const SIGNING = { name: 'ECDSA', namedCurve: 'P-256', hash: 'SHA-256' } as const

/** A way to the server as visitors have it. */
export interface VillageProxy {
  readonly origin: string
  close(): Promise<void>
}

/**
 * Stands before a server on this machine as the proxy of `infra/deploy` stands before a village: TLS, with a certificate
 * that is made for the occasion, HTTP/2, and websockets.
 */
export async function proxyVillage(upstream: string): Promise<VillageProxy> {
  const app = fastify({ http2: true, https: { ...(await makeCertificate()), allowHTTP1: true } })
  await app.register(httpProxy, { upstream, websocket: true, http2: false })
  return { origin: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() }
}

async function makeCertificate(): Promise<{ key: string; cert: string }> {
  const keys = await crypto.subtle.generateKey(SIGNING, true, ['sign', 'verify'])
  const certificate = await X509CertificateGenerator.createSelfSigned({ name: 'CN=Kith', keys })
  const key = Buffer.from(await crypto.subtle.exportKey('pkcs8', keys.privateKey)).toString('base64')
  return {
    key: `-----BEGIN PRIVATE KEY-----\n${key}\n-----END PRIVATE KEY-----`,
    cert: certificate.toString('pem'),
  }
}
