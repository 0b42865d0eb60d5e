import { apprenticeshipFigures } from '../policy-figures/apprenticeship.data.js'
import { competitionFigures } from '../policy-figures/competition.data.js'
import { creditFigures } from '../policy-figures/credit.data.js'
import type { FirstFigure, PolicyKind } from '../policy-figures/figure.data.js'
import { personTimeFigures } from '../policy-figures/person-time.data.js'
import { recognitionFigures } from '../policy-figures/recognition.data.js'
import { trainingFigures } from '../policy-figures/training.data.js'

const figures = {
  ...trainingFigures,
  ...personTimeFigures,
  ...apprenticeshipFigures,
  ...competitionFigures,
  ...creditFigures,
  ...recognitionFigures,
}
export type PolicyKey = keyof typeof figures
export const policyKeys = Object.keys(figures) as PolicyKey[]

export const kindOf = (key: PolicyKey): PolicyKind => figures[key].kind

export type PolicySeed = Omit<FirstFigure, 'kind'> & { key: PolicyKey; sample: boolean }
/** The first rows of the dated figures; what is not Xiong'an's own is a sample that an administrator replaces. */
export const policySeeds: readonly PolicySeed[] = policyKeys.map((key) => {
  const { value, from, clause }: FirstFigure = figures[key]
  return { key, value, from, clause, sample: clause.startsWith('样例') }
})
