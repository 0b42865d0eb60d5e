import { expect } from 'chai'
import {
  changesOf,
  holdVerdict,
  isIssuer,
  reissueVerdict,
  revokeVerdict,
  seesCertificate,
} from '../../../src/papers/certificates/certificate.rules.js'
import { standingOn } from '../../../src/papers/certificates/certificate-facts.view.js'
import type { Actor } from '../../../src/shared/permissions.js'

const certificate = { organisationId: 'body', institutionId: 'school', region: '130632', personId: 'p1' }
const actor = (role: Actor['role'], rest: Partial<Actor> = {}): Actor => ({
  id: 'a',
  username: 'a',
  name: 'a',
  role,
  ...rest,
})

describe('who sees a certificate, and who may change it', () => {
  const cases: [string, Actor, boolean, boolean][] = [
    ['an administrator', actor('administrator'), true, true],
    ['an auditor', actor('auditor'), true, false],
    ['the issuing body', actor('assessment-body', { organisationId: 'body' }), true, true],
    ['the training institution', actor('institution-clerk', { organisationId: 'school' }), true, false],
    ['another organisation', actor('institution-clerk', { organisationId: 'other' }), false, false],
    ['an organisation account without an organisation', actor('institution-clerk'), false, false],
    ['an officer of the county', actor('county-officer', { region: '130632' }), true, false],
    ['an officer of another county', actor('county-officer', { region: '130629' }), false, false],
    ['the holder', actor('trainee', { personId: 'p1' }), true, false],
    ['another trainee', actor('trainee', { personId: 'p2' }), false, false],
    ['a trainee without a person', actor('trainee'), false, false],
  ]
  for (const [who, one, sees, issuer] of cases)
    it(`is decided for ${who}`, () =>
      expect([seesCertificate(one, certificate), isIssuer(one, certificate)]).to.deep.equal([sees, issuer]))
})

describe('revokeVerdict and reissueVerdict', () => {
  const yes = { ok: true }
  const no = (reason: string) => ({ ok: false, reason })
  it('allow a revocation once', () => {
    expect(['issued', 'suspended', 'revoked', 'superseded'].map((state) => revokeVerdict({ state }))).to.deep.equal([
      yes,
      yes,
      no('already-revoked'),
      no('already-replaced'),
    ])
  })
  it('lets a paper be suspended while it holds, and put in use again while it is suspended', () => {
    const verdicts = (act: 'suspend' | 'resume') =>
      ['issued', 'suspended', 'revoked', 'superseded'].map((state) => holdVerdict(act, { state }))
    expect(verdicts('suspend')).to.deep.equal([
      yes,
      no('already-suspended'),
      no('already-revoked'),
      no('already-replaced'),
    ])
    expect(verdicts('resume')).to.deep.equal([no('not-suspended'), yes, no('already-revoked'), no('already-replaced')])
  })
  const cases: [string, Parameters<typeof reissueVerdict>, object][] = [
    ['a paper under review', [{ state: 'suspended' }, true, 1, 'holder-corrected'], no('under-review')],
    ['a valid paper with nothing new', [{ state: 'issued' }, true, 0, 'holder-corrected'], no('nothing-changed')],
    ['a valid paper with one change', [{ state: 'issued' }, false, 1, 'holder-corrected'], yes],
    ['a paper that was replaced', [{ state: 'superseded' }, true, 1, 'holder-corrected'], no('already-replaced')],
    ['a valid paper as if it were revoked', [{ state: 'issued' }, true, 1, 'revocation-lifted'], no('not-revoked')],
    ['a revoked paper, by the body', [{ state: 'revoked' }, false, 0, 'revocation-lifted'], no('only-administrator')],
    ['a revoked paper, by an administrator', [{ state: 'revoked' }, true, 0, 'revocation-lifted'], yes],
    ['a revoked paper with another reason', [{ state: 'revoked' }, true, 3, 'holder-corrected'], no('already-revoked')],
  ]
  for (const [what, asked, expected] of cases)
    it(`answer ${what}`, () => expect(reissueVerdict(...asked)).to.deep.equal(expected))
})

describe('changesOf', () => {
  it('names what a reader would see changed, and leaves out what every paper has anew', () => {
    const before = { holderName: '安小河', number: 'A', verifyCode: 'X', issuedOn: '2022-01-01', theoryHours: 48 }
    const after = {
      holderName: '安小荷',
      number: 'B',
      verifyCode: 'Y',
      issuedOn: '2022-02-01',
      theoryHours: 48,
      workType: '瓦工',
    }
    expect(changesOf(before, after)).to.deep.equal([
      { field: 'holderName', from: '安小河', to: '安小荷' },
      { field: 'workType', from: '', to: '瓦工' },
    ])
    expect(changesOf(before, before, { before: 'f1', after: 'f2' })).to.deep.equal([
      { field: 'photo', from: '', to: '' },
    ])
    expect(changesOf(before, before, { before: undefined, after: null })).to.deep.equal([])
  })
})

describe('standingOn', () => {
  const on = (state: 'issued' | 'revoked', expiresOn: string | undefined, today: string) =>
    standingOn({ state, expiresOn }, today)
  it('lets a paper hold through its last day', () => {
    expect([
      on('issued', undefined, '2099-01-01'),
      on('issued', '2022-11-23', '2022-11-22'),
      on('issued', '2022-11-23', '2022-11-23'),
      on('issued', '2022-11-23', '2022-11-24'),
    ]).to.deep.equal(['issued', 'issued', 'issued', 'expired'])
    expect(on('revoked', '2022-11-23', '2022-11-24')).to.equal('revoked')
  })
})
