import { z } from 'zod'
import { idDocumentTypes, personIdVerdict } from '../../shared/id-card.js'
import { choiceOf, requiredText } from '../../web/form.js'

/** A number in a search box is a number in the address: it belongs on the page that posts it. */
export const looksLikeId = (q: string): boolean => /^\d[\d\s]{13,}[\dXx]$/.test(q.normalize('NFKC').trim())

export const findForm = z
  .object({
    idType: choiceOf(idDocumentTypes, 'people.idTypeMissing'),
    idNumber: requiredText('people.idNumberMissing', 40),
  })
  .superRefine(({ idType, idNumber }, context) => {
    const verdict = personIdVerdict(idType, idNumber)
    if (!verdict.ok)
      context.addIssue({
        code: 'custom',
        path: ['idNumber'],
        message: `people.id-${verdict.reason}|expected=${verdict.expected ?? ''}`,
      })
  })
