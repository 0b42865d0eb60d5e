import { z } from 'zod'
import { choiceOf, optionalText } from '../../web/form.js'
import { findForm } from '../person-lists/person-find.forms.js'

/** Why a person is known by another document from now on. */
export const documentGrounds = ['mistyped', 'renewed'] as const
export type DocumentGround = (typeof documentGrounds)[number]

/** The document as it is typed where somebody is looked for, and why it takes the place of the known one. */
export const documentForm = findForm.and(
  z.object({
    ground: choiceOf(documentGrounds, 'documentCorrections.groundMissing'),
    note: optionalText(200),
    version: z.coerce.number().int().min(0).optional().catch(undefined),
  }),
)
