import { expect } from 'chai'
import { rowTexts } from '../../../src/infra/sheet-reading/row-texts.rules.js'
import type { SheetCellKind } from '../../../src/infra/sheet-reading/sheet-read.js'

describe('rowTexts', () => {
  const read = (kind: SheetCellKind, text: string) =>
    rowTexts({ cells: [{ kind, text }] }, [{ key: 'issuer', most: 20 }], { issuer: 0 })
  const cases: [SheetCellKind, string, string[]][] = [
    ['error', '#N/A', ['cell-error']],
    ['number', '1234567890123450', ['cell-as-number']],
    ['number', '123456789012345', []],
    ['text', '1234567890123456', []],
    ['text', '长'.repeat(21), ['cell-long']],
    ['text', '长'.repeat(20), []],
    ['blank', '', []],
  ]
  for (const [kind, text, codes] of cases)
    it(`${kind} ${text.slice(0, 16)} (${text.length}): ${codes.join() || 'good'}`, () => {
      expect(read(kind, text).faults.map(({ code }) => code)).to.deep.equal(codes)
    })
})
