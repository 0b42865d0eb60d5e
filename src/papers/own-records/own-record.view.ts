import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { LearningRecordRecord } from '../learning-records/learning-record.model.js'
import type { Office } from '../learning-records/learning-record.queries.js'
import { educationCodes, type RecordKind } from '../learning-records/learning-record.rules.js'
import { recordTag, educationName, officeName, factsOf, recordMoments } from '../learning-records/record-facts.view.js'

const mineCrumbs = (t: Translate, last: string) => [
  { text: t('own.title'), href: paths.me.home() },
  { text: t('learningAccounts.title'), href: paths.myAccount.home() },
  { text: last, href: '' },
]

export interface FormData {
  kind: RecordKind
  offices: readonly Office[]
  record?: LearningRecordRecord
}

export function recordFormPage(
  t: Translate,
  { kind, offices, record }: FormData,
  values: Values = {},
  errors: Errors = {},
) {
  const title = t(kind === 'diploma' ? 'learningRecords.addDiploma' : 'learningRecords.addPractice')
  const office: FieldSpec = {
    name: 'office',
    label: t('learningRecords.office'),
    hint: t('learningRecords.officeHint'),
    kind: 'radios',
    options: offices.map((one) => ({ value: one.value, label: officeName(t, one) })),
  }
  const file: FieldSpec = {
    name: 'file',
    label: t(record ? 'learningRecords.newFile' : 'learningRecords.file'),
    kind: 'file',
    accept: 'application/pdf,image/jpeg,image/png',
    hint: t(kind === 'diploma' ? 'learningRecords.diplomaFile' : 'learningRecords.practiceFile'),
    ...(record && { optional: true }),
  }
  const fields = fill([...(kind === 'diploma' ? diplomaFields(t) : practiceFields(t)), file, office], values, errors)
  return {
    layout: 'public' as const,
    width: 'form' as const,
    title: record ? t('learningRecords.correct') : title,
    crumbs: mineCrumbs(t, title),
    lead: t('learningRecords.formLead'),
    problems: problemsOf(errors),
    form: {
      action: record ? paths.myAccount.editRecord(record._id) : paths.myAccount.createRecord(),
      multipart: true,
      sections: [{ fields }],
      submit: t('learningRecords.submit'),
      hidden: { kind, ...(record && { version: String(record.version) }) },
      back: { text: t('learningAccounts.title'), href: paths.myAccount.home() },
    },
  }
}

const practiceFields = (t: Translate): FieldSpec[] => [
  { name: 'place', label: t('learningRecords.employer'), kind: 'text' },
  { name: 'title', label: t('learningRecords.post'), kind: 'text' },
  { name: 'from', label: t('learningRecords.from'), kind: 'date' },
  { name: 'to', label: t('learningRecords.to'), kind: 'date' },
  {
    name: 'hours',
    label: t('learningRecords.hours'),
    kind: 'number',
    width: 4,
    unit: t('learningRecords.hourUnit'),
    hint: t('learningRecords.hoursHint'),
  },
]
const diplomaFields = (t: Translate): FieldSpec[] => [
  { name: 'place', label: t('learningRecords.school'), kind: 'text' },
  { name: 'title', label: t('learningRecords.major'), kind: 'text' },
  {
    name: 'education',
    label: t('learningRecords.education'),
    kind: 'radios',
    options: educationCodes.map((value) => ({ value, label: educationName(t, value) })),
  },
  { name: 'to', label: t('learningRecords.graduated'), kind: 'date' },
  { name: 'number', label: t('learningRecords.number'), kind: 'text', width: 18 },
]

/** The typed values of a returned record, to be corrected. */
export const valuesOfRecord = (record: LearningRecordRecord): Values => ({
  place: record.place,
  title: record.title,
  to: record.to,
  ...(record.from && { from: record.from }),
  ...(typeof record.hours === 'number' && { hours: String(record.hours) }),
  ...(record.education && { education: record.education }),
  ...(record.number && { number: record.number }),
  office: record.organisationId ? `organisation:${record.organisationId}` : `county:${record.region}`,
})

export function ownRecordPage(t: Translate, record: LearningRecordRecord): Page & Record<string, unknown> {
  const why = record.state === 'returned' ? record.timeline?.findLast(({ act }) => act === 'return')?.note : undefined
  return {
    layout: 'public',
    title: record.title,
    tag: recordTag(t, record.state),
    crumbs: mineCrumbs(t, record.title),
    facts: factsOf(t, record, paths.myAccount.recordFile(record._id)),
    moments: recordMoments(t, record),
    ...(why && { note: { kind: 'wait', text: t('learningRecords.returnedNote'), more: why } }),
    acts: [
      ...(record.state === 'returned'
        ? [{ text: t('learningRecords.correct'), href: paths.myAccount.editRecord(record._id), style: 'primary' }]
        : []),
      ...(record.state === 'returned' || record.state === 'submitted'
        ? [
            {
              text: t('learningRecords.withdraw'),
              href: paths.myAccount.withdrawRecord(record._id),
              style: 'outline',
              post: true,
            },
          ]
        : []),
    ],
  }
}
