import { expect } from 'chai'
import { hoursForTerm } from '../../../src/workplace/apprenticeship-plans/plan.rules.js'

describe('hours of a term from a yearly figure', () => {
  const cases: [what: string, startsOn: string, endsOn: string, hours: number][] = [
    ['a year of 365 days is a year', '2022-12-01', '2023-11-30', 600],
    ['a year with a 29 February is one year', '2023-03-01', '2024-02-29', 600],
    ['a day less is rounded up to a whole hour', '2022-12-01', '2023-11-29', 599],
    ['a day more asks for more', '2022-12-01', '2023-12-01', 602],
    ['a year and a half, by days', '2022-12-01', '2024-05-31', 900],
    ['two years are twice the figure', '2022-12-01', '2024-11-30', 1200],
  ]
  for (const [what, startsOn, endsOn, hours] of cases)
    it(`${what}: ${hours}`, () => expect(hoursForTerm(600, { startsOn, endsOn })).to.equal(hours))
})
