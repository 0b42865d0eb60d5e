import { z } from 'zod'
import { choiceOf, optionalText } from '../../web/form.js'
import { documentShape, knownDocument } from '../person-lists/person-find.forms.js'

/** Why a person is known by another document from now on. */
export const documentGrounds = ['mistyped', 'renewed'] as const
export type DocumentGround = (typeof documentGrounds)[number]

export const documentForm = z
  .object({
    ...documentShape,
    ground: choiceOf(documentGrounds, 'documentCorrections.groundMissing'),
    note: optionalText(200),
    version: z.coerce.number().int().min(0).optional().catch(undefined),
  })
  .superRefine(knownDocument)
