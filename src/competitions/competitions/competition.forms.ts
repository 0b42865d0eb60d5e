import { z } from 'zod'
import { threeCounties } from '../../shared/regions.js'
import { choiceOf, optionalLines, optionalText, requiredDay, requiredText } from '../../web/form.js'
import { longestPrinted } from '../calendar/tier-names.data.js'
import { documentKinds, tiers } from './competition.model.js'

const day = () => requiredDay('competitions.dayMissing')

export const competitionForm = z.object({
  title: requiredText('competitions.nameMissing', longestPrinted.title),
  tier: choiceOf(tiers, 'competitions.tierMissing'),
  sponsor: requiredText('competitions.sponsorMissing', longestPrinted.sponsor),
  region: choiceOf(threeCounties, 'competitions.regionMissing'),
  place: requiredText('competitions.placeMissing', 80),
  entriesFrom: day(),
  entriesTo: day(),
  contestFrom: day(),
  contestTo: day(),
  summary: optionalLines(2000),
  contact: optionalText(80),
})
export const documentForm = z.object({
  kind: choiceOf(documentKinds, 'competitions.documentKindMissing'),
  title: requiredText('competitions.documentTitleMissing', 80),
})
export const reasonForm = z.object({ reason: requiredText('courseRuns.reasonMissing', 300) })
export const versionForm = z.object({ version: z.coerce.number().int().min(0).optional().catch(undefined) })
