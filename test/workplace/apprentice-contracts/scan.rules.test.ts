import { expect } from 'chai'
import { scanType } from '../../../src/workplace/apprentice-contracts/scan.rules.js'

const bytes = (...values: number[]) => Uint8Array.from(values)
const cases: [what: string, file: Uint8Array, type: string | undefined][] = [
  ['a PDF by its first five bytes', Buffer.from('%PDF-1.7'), 'application/pdf'],
  ['not what merely begins like a PDF', Buffer.from('%PDF'), undefined],
  ['a JPEG', bytes(0xff, 0xd8, 0xff, 0xe0), 'image/jpeg'],
  ['a JPEG cut off before its third byte', bytes(0xff, 0xd8), undefined],
  ['a PNG', bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a), 'image/png'],
  ['not a PNG whose line end was changed on the way', bytes(0x89, 0x50, 0x4e, 0x47, 0x0a, 0x1a, 0x0a), undefined],
  ['no page of markup, whatever its name', Buffer.from('<html>%PDF-'), undefined],
  ['no empty file', bytes(), undefined],
]

describe('scanType', () => {
  for (const [what, file, type] of cases)
    it(`takes ${what}: ${type ?? 'refused'}`, () => void expect(scanType(file)).to.equal(type))
})
