import { expect } from 'chai'
import {
  agreementVerdict,
  equivalenceOn,
  objectVersionsOn,
  rowKey,
  versionsOn,
  type EquivalenceRow,
  type PublishedVersion,
  type SourcePaper,
} from '../../../src/papers/equivalences/equivalence.rules.js'

const row = (change: Partial<EquivalenceRow> = {}): EquivalenceRow => {
  const own = {
    object: 'certificate' as const,
    region: '110000',
    family: 'level-certificate' as const,
    edition: '2022',
    lineage: 'elderly-care-worker',
    level: 4,
    targetLevel: 4,
    effects: ['post', 'credits'] as const,
    ...change,
  }
  return { key: rowKey(own), ...own }
}
const version = (change: Partial<PublishedVersion> = {}): PublishedVersion => ({
  agreementId: 'a',
  version: 1,
  number: '1号',
  title: '协议',
  kind: 'recognise',
  clause: '第3条',
  from: '2022-01-01',
  to: '2024-12-31',
  rows: [row()],
  ...change,
})
const paper = (change: Partial<SourcePaper> = {}): SourcePaper => ({
  region: '110000',
  family: 'level-certificate',
  edition: '2022',
  lineage: 'elderly-care-worker',
  level: 4,
  ...change,
})
const answer = (versions: readonly PublishedVersion[], asked: SourcePaper, on: string) => {
  const verdict = equivalenceOn(versions, asked, on)
  return verdict.ok ? `${verdict.version.agreementId}${verdict.version.version}` : verdict.reason
}

describe('what a paper of the neighbours is here', () => {
  const cases: [string, Partial<SourcePaper>, string, string][] = [
    ['on the day before the agreement begins', {}, '2021-12-31', 'agreement-not-in-force'],
    ['on its first day', {}, '2022-01-01', 'a1'],
    ['on its last day', {}, '2024-12-31', 'a1'],
    ['on the day after', {}, '2025-01-01', 'agreement-not-in-force'],
    ['from a place without an agreement', { region: '120000' }, '2022-06-01', 'no-agreement'],
    ['of another kind of certificate', { family: 'qualification' }, '2022-06-01', 'family-not-listed'],
    ['of another occupation', { lineage: 'welder' }, '2022-06-01', 'occupation-not-listed'],
    ['of the same occupation in an older edition', { edition: '1999' }, '2022-06-01', 'occupation-not-listed'],
    ['one level below', { level: 3 }, '2022-06-01', 'level-not-listed'],
    ['one level above', { level: 5 }, '2022-06-01', 'level-not-listed'],
  ]
  for (const [what, change, on, expected] of cases)
    it(`is, ${what}, ${expected}`, () => expect(answer([version()], paper(change), on)).to.equal(expected))

  it('is judged, from the day of a new version on, by that version, and before it by the old one', () => {
    const both = [version(), version({ version: 2, from: '2023-01-01', rows: [row({ level: 5 })] })]
    expect([
      answer(both, paper(), '2022-12-31'),
      answer(both, paper(), '2023-01-01'),
      answer(both, paper({ level: 5 }), '2023-01-01'),
    ]).to.deep.equal(['a1', 'level-not-listed', 'a2'])
  })
  it('ends at once when a new version ends the agreement', () =>
    expect(
      versionsOn([version(), version({ version: 2, from: '2023-01-01', to: '2023-01-31' })], '2023-02-01'),
    ).to.deep.equal([]))
  it('has, of two agreements that list it, the one with more effects', () =>
    expect(
      answer(
        [version(), version({ agreementId: 'b', rows: [row({ effects: ['post', 'credits', 'competition'] })] })],
        paper(),
        '2022-06-01',
      ),
    ).to.equal('b1'))
  it('knows bodies of a place by the agreements that name them', () => {
    const versions = [version({ rows: [row({ object: 'assessment-body' })] })]
    expect([
      objectVersionsOn(versions, 'assessment-body', '110000', '2022-06-01').length,
      objectVersionsOn(versions, 'institution', '110000', '2022-06-01').length,
      objectVersionsOn(versions, 'assessment-body', '120000', '2022-06-01').length,
    ]).to.deep.equal([1, 0, 0])
  })
})

describe('the draft of a version', () => {
  const draft = { draftState: 'proposed' as const, rows: [1], makers: ['a'], from: '2023-01-01' }
  const said = (verdict: ReturnType<typeof agreementVerdict>) => (verdict.ok ? 'ok' : verdict.reason)
  it('is published by somebody who did not write in it', () =>
    expect([
      said(agreementVerdict('publish', draft, 'a')),
      said(agreementVerdict('publish', draft, 'b')),
    ]).to.deep.equal(['maker-is-checker', 'ok']))
  it('is not proposed without a row', () =>
    expect(said(agreementVerdict('propose', { ...draft, draftState: 'editing', rows: [] }, 'a'))).to.equal('no-rows'))
  it('never begins before the version it replaces', () =>
    expect([
      said(agreementVerdict('publish', { ...draft, lastFrom: '2023-01-02' }, 'b')),
      said(agreementVerdict('publish', { ...draft, lastFrom: '2023-01-01' }, 'b')),
    ]).to.deep.equal(['from-too-early', 'ok']))
  it('is not edited once proposed', () => expect(said(agreementVerdict('edit', draft, 'a'))).to.equal('wrong-state'))
})
