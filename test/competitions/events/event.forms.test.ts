import { expect } from 'chai'
import { eventForm } from '../../../src/competitions/events/event.forms.js'

const sound = {
  title: '砌筑工',
  occupationId: '2022:6-29-01-01',
  level: '3',
  teamSize: '1',
  minEntries: '3',
  maxEntries: '60',
  theoryWeight: '30',
  modules: 'M1 砌墙 180',
  'tie-practice': '1',
  'tie-theory': '2',
  identities: ['worker'],
  minAge: '16',
}
/** The word key of what is wrong with a field. */
const wrong = (field: string, value: unknown): string | undefined =>
  eventForm.safeParse({ ...sound, [field]: value }).error?.issues.find(({ path }) => path[0] === field)?.message

describe('the form of an event', () => {
  it('reads what is sound', () => {
    const { level, tieChain, modules } = eventForm.parse(sound)
    expect([level, tieChain, modules]).to.deep.equal([
      3,
      ['practice', 'theory'],
      [{ code: 'M1', title: '砌墙', minutes: 180 }],
    ])
  })

  for (const level of ['', '0', '9', '2.5', '三', '99999999999999999999', ['3', '4']])
    it(`asks for a level instead of ${JSON.stringify(level)}`, () =>
      expect(wrong('level', level)).to.equal('events.levelMissing'))

  for (const place of ['0', '4', '1.5', '一', '99999999999999999999'])
    it(`asks for the places of a tie instead of ${JSON.stringify(place)}`, () =>
      expect(wrong('tie-practice', place)).to.equal('events.tieFormat'))

  it('asks for places without a gap', () => expect(wrong('tie-practice', '')).to.equal('events.tieFormat'))
})
