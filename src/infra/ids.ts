import { randomBytes } from 'node:crypto'
import { Types } from 'mongoose'

/** A record id: 24 hexadecimal characters, increasing with time. */
export const newId = (): string => new Types.ObjectId().toHexString()
export const isId = (text: unknown): text is string => typeof text === 'string' && /^[0-9a-f]{24}$/.test(text)

// Crockford's letters: none that is read as another on paper.
const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** An unguessable code of 5 bits a character; 16 characters carry 80 bits. */
export function newCode(length = 16): string {
  return Array.from(randomBytes(length), (byte) => letters[byte & 31]).join('')
}
