import { createHash, createPublicKey, verify, type KeyObject } from 'node:crypto'

export const signatureAlgorithms = ['ed25519', 'rsa'] as const
export type SignatureAlgorithm = (typeof signatureAlgorithms)[number]
export type KeyVerdict =
  | { ok: true; algorithm: SignatureAlgorithm; pem: string; fingerprint: string }
  | { ok: false; reason: 'key-unreadable' | 'key-kind' | 'key-short' | 'key-private' }

const leastBits = 2048

/** A sender's public key as it is registered: Ed25519, or RSA of at least 2048 bits; its name is the SHA-256 of its DER form. */
export function readPublicKey(text: string): KeyVerdict {
  if (/PRIVATE KEY/.test(text)) return { ok: false, reason: 'key-private' }
  const key = parsed(text)
  if (!key) return { ok: false, reason: 'key-unreadable' }
  const algorithm = signatureAlgorithms.find((kind) => kind === key.asymmetricKeyType)
  if (!algorithm) return { ok: false, reason: 'key-kind' }
  if (algorithm === 'rsa' && (key.asymmetricKeyDetails?.modulusLength ?? 0) < leastBits)
    return { ok: false, reason: 'key-short' }
  const der = key.export({ type: 'spki', format: 'der' })
  return {
    ok: true,
    algorithm,
    pem: String(key.export({ type: 'spki', format: 'pem' })),
    fingerprint: createHash('sha256').update(der).digest('hex'),
  }
}

function parsed(text: string): KeyObject | undefined {
  try {
    return createPublicKey(text.trim())
  } catch {
    return undefined
  }
}

/** Is this the detached signature of exactly these bytes by that key? RSA signs their SHA-256 (PKCS #1 v1.5). */
export function isSignedBy(pem: string, bytes: Uint8Array, signature: Uint8Array): boolean {
  const key = createPublicKey(pem)
  return verify(key.asymmetricKeyType === 'rsa' ? 'sha256' : null, bytes, key, signature)
}

/** A signature file holds its bytes, or their base64 or hexadecimal text. */
export function readSignature(file: Buffer): Buffer {
  const text = file.toString('latin1').replace(/\s/g, '')
  if (/^[0-9a-f]{128,1024}$/i.test(text) && text.length % 2 === 0) return Buffer.from(text, 'hex')
  return /^[A-Za-z0-9+/]{64,}={0,2}$/.test(text) ? Buffer.from(text, 'base64') : file
}
