import { stepsToTheReport } from './competition-awards.steps.js'
import { tellContest } from './competition.cast.js'
import { stepsToTheSignature } from './competition-marks.steps.js'

describe('a competition, from its first form to its line in the report of the year', function () {
  this.timeout(180_000)
  const story = tellContest()
  stepsToTheSignature(story)
  stepsToTheReport(story)
})
