const starts: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46, 0x2d]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
]

/** What a scan is by its first bytes, whatever its name says; only PDF, JPEG and PNG are taken. */
export const scanType = (bytes: Uint8Array): string | undefined =>
  starts.find(([, start]) => start.every((byte, i) => bytes[i] === byte))?.[0]
