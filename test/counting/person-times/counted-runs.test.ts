import { expect } from 'chai'
import { countedRunsOf } from '../../../src/counting/person-times/counted-runs.queries.js'
import { createPersonTimeService } from '../../../src/counting/person-times/person-time.service.js'
import { createOutbox } from '../../../src/infra/outbox/outbox.js'
import { createPolicyService } from '../../../src/office/policies/policy.service.js'
import { regionClock } from '../../../src/shared/dates.js'
import { saveCompletion, saveCountedRun, saveTrainee } from '../../builders/person-time.js'
import { usesDatabase } from '../../support/database.js'

const clock = regionClock(() => new Date('2022-11-23T06:05:00Z'))

describe('counted runs, which bar another subsidy', function () {
  this.timeout(60_000)
  usesDatabase()
  const policies = createPolicyService({ clock })
  const personTimes = createPersonTimeService({ clock, policies, outbox: createOutbox({ clock }) })
  before(() => policies.loadSeeds())

  const courses = {
    'a subsidised course': [{}, true],
    'subsidised start-up training, though it has a target of its own': [{ programme: 'start-up' }, true],
    'subsidised training of new citizens': [{ programme: 'new-citizen' }, true],
    'social training, which everybody pays': [{ programme: 'social', funding: 'self-funded' }, false],
    'start-up training that its trainees pay': [{ programme: 'start-up', funding: 'self-funded' }, false],
  } as const
  for (const [name, [course, bars]] of Object.entries(courses))
    it(`${bars ? 'are' : 'are not'} ${name}`, async () => {
      const [run, person] = [await saveCountedRun({ course }), await saveTrainee()]
      await saveCompletion(run, person)
      await personTimes.settleRun(run)
      const found = (await countedRunsOf([person])).get(person) ?? []
      expect(found.map(({ id }) => id)).to.deep.equal(bars ? [run] : [])
    })
})
