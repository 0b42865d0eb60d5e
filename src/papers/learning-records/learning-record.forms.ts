import { z } from 'zod'
import { choiceOf, number, optionalText, requiredDay, requiredText } from '../../web/form.js'
import { educationCodes } from './learning-record.rules.js'

const office = z
  .string('learningRecords.officeMissing')
  .min(1, 'learningRecords.officeMissing')
  .max(60, 'learningRecords.officeMissing')

export const practiceForm = z.object({
  place: requiredText('learningRecords.employerMissing', 60),
  title: requiredText('learningRecords.postMissing', 40),
  from: requiredDay('learningRecords.fromMissing'),
  to: requiredDay('learningRecords.toMissing'),
  hours: number('learningRecords.hoursMissing', { min: 1, max: 20_000 }),
  office,
})
export const diplomaForm = z.object({
  place: requiredText('learningRecords.schoolMissing', 60),
  title: requiredText('learningRecords.majorMissing', 40),
  education: choiceOf(educationCodes, 'learningRecords.educationMissing'),
  to: requiredDay('learningRecords.graduatedMissing'),
  number: requiredText('learningRecords.numberMissing', 40),
  office,
})
export const kindQuery = z.object({ kind: z.enum(['work-practice', 'diploma']).catch('work-practice') })
export const noteForm = z.object({ text: optionalText(500) })
export const versionOf = (body: unknown): number =>
  Number(
    z
      .object({
        version: z
          .string()
          .regex(/^\d{1,9}$/)
          .catch('-1'),
      })
      .parse(body ?? {}).version,
  )
