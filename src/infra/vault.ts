import { createCipheriv, createDecipheriv, createHmac, randomBytes } from 'node:crypto'

/** A sealed value: algorithm version, key id, nonce, ciphertext and tag. */
export interface Sealed {
  v: number
  kid: string
  iv: Buffer
  ct: Buffer
  tag: Buffer
}

/** Mongoose shape of a sealed value; `pii` marks the path for the inventory of personal data. */
export const sealedType = {
  type: { v: Number, kid: String, iv: Buffer, ct: Buffer, tag: Buffer },
  _id: false,
  pii: true,
} as const

/**
 * Encrypts personal data with AES-256-GCM. `place` (collection, field and record id) is bound to the ciphertext,
 * so that a value moved to another record does not open. The blind index is an HMAC: the space of ID numbers is
 * small enough to be searched through, therefore never a plain hash.
 */
export function createVault({
  dataKey,
  indexKey,
  keyId = 'k1',
}: {
  dataKey: Buffer
  indexKey: Buffer
  keyId?: string
}) {
  const vault = {
    sealBytes(bytes: Uint8Array, place: string): Sealed {
      const iv = randomBytes(12)
      const cipher = createCipheriv('aes-256-gcm', dataKey, iv).setAAD(Buffer.from(place))
      const ct = Buffer.concat([cipher.update(bytes), cipher.final()])
      return { v: 1, kid: keyId, iv, ct, tag: cipher.getAuthTag() }
    },
    openBytes(sealed: Sealed, place: string): Buffer {
      const bytes = (value: Buffer | { buffer: Uint8Array }) =>
        Buffer.from(Buffer.isBuffer(value) ? value : value.buffer)
      const decipher = createDecipheriv('aes-256-gcm', dataKey, bytes(sealed.iv))
        .setAAD(Buffer.from(place))
        .setAuthTag(bytes(sealed.tag))
      return Buffer.concat([decipher.update(bytes(sealed.ct)), decipher.final()])
    },
    seal: (text: string, place: string): Sealed => vault.sealBytes(Buffer.from(text), place),
    open: (sealed: Sealed, place: string): string => vault.openBytes(sealed, place).toString('utf8'),
    /** 128 bits are enough to be unique; `kind` keeps ID numbers and phones apart. */
    blindIndex(kind: string, canonical: string): string {
      return createHmac('sha256', indexKey).update(`${kind}|${canonical}`).digest('hex').slice(0, 32)
    },
  }
  return vault
}
export type Vault = ReturnType<typeof createVault>
