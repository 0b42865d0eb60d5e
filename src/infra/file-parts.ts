/** Bytes that are stored already, under their name. */
export interface SharedBytes {
  id: string
  bytes: Uint8Array
}
/** A stretch of a file: its own bytes, or the whole of another file. */
export interface Part {
  file?: string
  bytes?: Buffer
}

// Enough bytes to find a stretch by; it is then compared as a whole.
const opening = 64

/**
 * Parts a file into its own bytes and stretches that are stored already, such as the fonts of a paper and the photo in it.
 * A stretch that is not found as it stands is left out, so the parts always give the same bytes again.
 */
export function splitByShared(bytes: Buffer, shared: readonly SharedBytes[]): Part[] {
  const found = shared
    .flatMap(({ id, bytes: stretch }) => {
      const at = stretch.length > opening ? bytes.indexOf(stretch.subarray(0, opening)) : -1
      return at >= 0 && bytes.subarray(at, at + stretch.length).equals(stretch)
        ? [{ id, at, end: at + stretch.length }]
        : []
    })
    .sort((a, b) => a.at - b.at)
  const parts: Part[] = []
  let from = 0
  for (const { id, at, end } of found) {
    if (at < from) continue
    if (at > from) parts.push({ bytes: bytes.subarray(from, at) })
    parts.push({ file: id })
    from = end
  }
  return from < bytes.length ? [...parts, { bytes: bytes.subarray(from) }] : parts
}

/** The file again; the caller compares its hash. */
export function joinParts(parts: readonly Part[], shared: ReadonlyMap<string, Buffer>): Buffer {
  return Buffer.concat(
    parts.map(({ file, bytes }) => {
      const stretch = file ? shared.get(file) : bytes
      if (!stretch) throw new Error(`file ${file} is missing, which others are made of`)
      return stretch
    }),
  )
}

/** How many bytes two files begin with in common, cut after the last `mark` in them. */
export function commonOpening(a: Buffer, b: Buffer, mark: string): number {
  const most = Math.min(a.length, b.length)
  let low = 0
  let high = most
  while (low < high) {
    const middle = (low + high + 1) >> 1
    if (a.subarray(0, middle).equals(b.subarray(0, middle))) low = middle
    else high = middle - 1
  }
  const at = a.subarray(0, low).lastIndexOf(mark)
  return at < 0 ? 0 : at + mark.length
}
