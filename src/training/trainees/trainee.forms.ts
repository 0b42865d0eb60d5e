import { z } from 'zod'
import { idDocumentTypes } from '../../shared/id-card.js'

const typed = z.preprocess((value) => (typeof value === 'string' ? value : ''), z.string().max(200).catch(''))

/** Texts as typed; whether they say something is judged by the rules of a roster line, so that form and file speak alike. */
export const traineeForm = z.object({
  name: typed,
  idType: z.enum(idDocumentTypes).catch('resident-id'),
  idNumber: typed,
  sex: typed,
  birthOn: typed,
  phone: typed,
  category: typed,
  residence: typed,
  tags: z
    .preprocess(
      (value) => (Array.isArray(value) ? value : typeof value === 'string' && value ? [value] : []),
      z.array(z.string().max(20)).max(20),
    )
    .transform((codes) => codes.join('、')),
})
