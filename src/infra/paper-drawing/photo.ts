import { invalid } from '../../shared/errors.js'

/** A JPEG as it goes into a paper: its bytes are never decoded. */
export interface Photo {
  bytes: Buffer
  width: number
  height: number
  channels: 1 | 3
}

const isFrameHeader = (marker: number) => marker >= 0xc0 && marker <= 0xcf && ![0xc4, 0xc8, 0xcc].includes(marker)

/** Reads the size from a JPEG's frame header; refuses what a certificate cannot carry. */
export const photoOf = (source: Uint8Array): Photo => {
  const bytes = Buffer.from(source.buffer, source.byteOffset, source.byteLength)
  if (bytes.length < 4 || bytes.readUInt16BE(0) !== 0xffd8) throw invalid('photo-not-jpeg')
  for (let at = 2; at + 9 < bytes.length; at += 2 + bytes.readUInt16BE(at + 2)) {
    const marker = bytes[at + 1]!
    if (bytes[at] !== 0xff) break
    if (!isFrameHeader(marker)) continue
    const channels = bytes[at + 9]
    if (channels !== 1 && channels !== 3) break
    return { bytes, height: bytes.readUInt16BE(at + 5), width: bytes.readUInt16BE(at + 7), channels }
  }
  throw invalid('photo-not-jpeg')
}
