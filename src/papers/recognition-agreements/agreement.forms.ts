import { z } from 'zod'
import { choiceOf, manyOf, optionalDay, optionalText, requiredDay, requiredText } from '../../web/form.js'
import {
  agreementKinds,
  recognitionEffects,
  recognitionObjects,
  sourceFamilies,
  sourceRegions,
} from './agreement.data.js'

const levels = ['1', '2', '3', '4', '5', '6', '7', '8'] as const
const absent = (value: unknown) => (value === '' ? undefined : value)

export const headingForm = z
  .object({
    title: requiredText('agreements.titleMissing', 80),
    number: requiredText('agreements.numberMissing', 60),
    kind: choiceOf(agreementKinds, 'agreements.kindMissing'),
    clause: requiredText('agreements.clauseMissing', 60),
    origin: choiceOf(['own', 'sample'], 'agreements.originMissing'),
    from: requiredDay('agreements.fromMissing'),
    to: optionalDay('agreements.toWrong'),
  })
  .refine(({ from, to }) => !to || !from || from <= to, { path: ['to'], message: 'agreements.ends-before-start' })

/** Family, occupation and levels belong to certificates only. */
export const rowsForm = z
  .object({
    object: choiceOf(recognitionObjects, 'agreements.objectMissing'),
    region: choiceOf(sourceRegions, 'agreements.regionMissing'),
    family: z.preprocess(absent, choiceOf(sourceFamilies, 'agreements.familyMissing').optional()),
    occupationId: optionalText(40),
    levels: manyOf(levels, 'agreements.levelsMissing').transform((picked) => picked.map(Number)),
    targetLevel: z
      .preprocess(absent, choiceOf(levels, 'agreements.levelsMissing').optional())
      .transform((level) => (level ? Number(level) : undefined)),
    effects: manyOf(recognitionEffects, 'agreements.effectsMissing').refine(
      (picked) => picked.length > 0,
      'agreements.effectsMissing',
    ),
  })
  .superRefine(({ object, family, occupationId, levels: picked }, context) => {
    if (object !== 'certificate') return
    const missing = [
      ['family', family, 'agreements.familyMissing'],
      ['occupationId', occupationId, 'agreements.occupationMissing'],
      ['levels', picked.length > 0, 'agreements.levelsMissing'],
    ] as const
    for (const [field, value, message] of missing)
      if (!value) context.addIssue({ code: 'custom', path: [field], message })
  })
