/** What may stand as the picture of a look-up or the copy of a paper. */
export const evidenceBytes = 5 * 1024 * 1024
export type EvidenceVerdict =
  | { ok: true; contentType: 'image/jpeg' | 'image/png' | 'application/pdf' }
  | { ok: false; reason: 'evidence-missing' | 'evidence-kind' }

const beginnings = [
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
] as const

/** Judged by the first bytes; names and types that a browser sends prove nothing. */
export function evidenceVerdict(bytes: Uint8Array | undefined, pictureOnly = false): EvidenceVerdict {
  if (!bytes || bytes.length === 0) return { ok: false, reason: 'evidence-missing' }
  const contentType = beginnings.find(([, beginning]) => beginning.every((byte, i) => bytes[i] === byte))?.[0]
  return contentType && !(pictureOnly && contentType === 'application/pdf')
    ? { ok: true, contentType }
    : { ok: false, reason: 'evidence-kind' }
}
