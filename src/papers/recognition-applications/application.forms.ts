import { z } from 'zod'
import { idDocumentTypes } from '../../shared/id-card.js'
import { threeCounties } from '../../shared/regions.js'
import { isName, normaliseName } from '../../shared/text.js'
import { choiceOf, optionalDay, optionalText, requiredDay, requiredText, ticked } from '../../web/form.js'
import { sourceFamilies, sourceRegions } from '../recognition-agreements/agreement.data.js'
import { cleanSourceNumber, isSourceNumber } from '../source-registers/registry-row.rules.js'

/** The paper as its holder reads it off. */
export const paperForm = z.object({
  region: choiceOf(sourceRegions, 'recognitions.regionMissing'),
  family: choiceOf(sourceFamilies, 'recognitions.familyMissing'),
  occupationId: requiredText('recognitions.occupationMissing', 40),
  level: choiceOf(['1', '2', '3', '4', '5', '6', '7', '8'], 'recognitions.levelMissing').transform(Number),
  number: requiredText('recognitions.numberMissing', 60).refine(
    (text) => isSourceNumber(cleanSourceNumber(text)),
    'recognitions.numberShape',
  ),
  issuer: requiredText('recognitions.issuerMissing', 60),
  issuedOn: requiredDay('recognitions.issuedOnMissing'),
  expiresOn: optionalDay('recognitions.expiresOnWrong'),
  county: choiceOf(threeCounties, 'recognitions.countyMissing'),
})
export const applicationForm = paperForm.extend({ agreed: ticked.refine((yes) => yes, 'recognitions.agreedMissing') })
/** Whoever applies for somebody else says whose paper it is. */
export const applicationForOtherForm = applicationForm.extend({
  name: requiredText('recognitions.nameMissing', 50).transform(normaliseName).refine(isName, 'recognitions.nameShape'),
  idType: choiceOf(idDocumentTypes, 'recognitions.idTypeMissing'),
  idNumber: requiredText('recognitions.idNumberMissing', 40),
  phone: optionalText(20),
})
export const reasonForm = z.object({ reason: requiredText('recognitions.reasonMissing', 300) })
