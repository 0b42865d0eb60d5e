import { paths, withQuery } from '../../paths.js'
import { formatDay, formatDays, formatInstant } from '../../shared/dates.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionFullName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Decide } from '../../web/form-models.js'
import type { Tag, TagKind } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment } from '../../web/story-models.js'
import type { List, Row } from '../../web/table-models.js'
import type { LearningRecordRecord } from './learning-record.model.js'
import type { Office, RecordView } from './learning-record.queries.js'
import { educationCodes, recordVerdict, type RecordKind, type RecordState } from './learning-record.rules.js'

const kinds: Record<RecordState, TagKind> = {
  submitted: 'wait',
  confirmed: 'good',
  returned: 'back',
  withdrawn: 'neutral',
  cancelled: 'neutral',
}
export const recordTag = (t: Translate, state: RecordState): Tag => ({
  kind: kinds[state],
  text: t(`learningRecords.state-${state}`),
})
export const educationName = (t: Translate, code: string | null | undefined): string =>
  code ? t(`learningRecords.education-${code}`) : ''
export const returnReasons = ['unreadable', 'differs', 'incomplete', 'elsewhere'] as const

const officeName = (
  t: Translate,
  { organisationName, region }: Pick<Office, 'organisationName' | 'region'> | LearningRecordRecord,
): string => organisationName ?? t('learningRecords.countyOffice', { county: regionFullName(region, t.lang) })

/** One line on the page of the account. */
export const recordRow = (t: Translate, record: LearningRecordRecord, own: boolean): Row => ({
  text: record.title,
  sub: `${t(`learningAccounts.kind-${record.kind}`)} · ${record.place} · ${record.to}`,
  href: own ? paths.myAccount.record(record._id) : paths.learningRecords.show(record._id),
  tag: recordTag(t, record.state),
})

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

function factsOf(t: Translate, record: LearningRecordRecord, fileHref: string): Fact[] {
  const diploma = record.kind === 'diploma'
  return [
    { label: t('learningAccounts.holder'), value: record.personName, note: record.idMasked },
    { label: t('learningAccounts.kind'), value: t(`learningAccounts.kind-${record.kind}`) },
    { label: t(diploma ? 'learningRecords.school' : 'learningRecords.employer'), value: record.place },
    { label: t(diploma ? 'learningRecords.major' : 'learningRecords.post'), value: record.title },
    ...(diploma
      ? [
          { label: t('learningRecords.education'), value: educationName(t, record.education) },
          { label: t('learningRecords.graduated'), value: formatDay(record.to, t.lang) },
          { label: t('learningRecords.number'), value: record.number ?? '', num: true },
        ]
      : [
          { label: t('learningRecords.period'), value: formatDays(record.from ?? record.to, record.to, t.lang) },
          { label: t('learningRecords.hours'), value: t('learningAccounts.hoursText', { hours: record.hours ?? 0 }) },
        ]),
    { label: t('learningRecords.fileLabel'), value: t('learningRecords.seeFile'), href: fileHref },
    { label: t('learningRecords.office'), value: officeName(t, record) },
  ]
}

const momentsOf = (t: Translate, { timeline }: LearningRecordRecord): Moment[] =>
  [...(timeline ?? [])].reverse().map(({ act, at, byName, note }, i) => ({
    text: t(`learningRecords.act-${act}`),
    by: byName,
    at: formatInstant(at),
    atIso: at.toISOString(),
    ...(note && { note }),
    ...(i === 0 && { now: true }),
  }))

export function ownRecordPage(t: Translate, record: LearningRecordRecord): Page & Record<string, unknown> {
  const why = record.state === 'returned' ? record.timeline?.findLast(({ act }) => act === 'return')?.note : undefined
  return {
    layout: 'public',
    title: record.title,
    tag: recordTag(t, record.state),
    crumbs: mineCrumbs(t, record.title),
    facts: factsOf(t, record, paths.myAccount.recordFile(record._id)),
    moments: momentsOf(t, record),
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

export interface Returning {
  reasons: readonly string[]
  text: string
  error?: string
}

/** What an office or institution sees: the facts and the file, then the decision. */
export function recordPage(
  t: Translate,
  record: LearningRecordRecord,
  actor: Actor,
  returning: Returning = { reasons: [], text: '' },
): Page & Record<string, unknown> {
  const decides = may(actor, 'learning-record.decide') && recordVerdict('confirm', record, actor).ok
  const cancels = may(actor, 'learning-record.decide') && recordVerdict('cancel', record, actor).ok
  return {
    layout: 'staff',
    title: record.title,
    tag: recordTag(t, record.state),
    meta: record.personName,
    crumbs: [
      { text: t('learningRecords.records'), href: paths.learningRecords.list() },
      { text: record.title, href: '' },
    ],
    problems: returning.error ? [{ text: returning.error, href: '#decide-text' }] : [],
    facts: factsOf(t, record, paths.learningRecords.file(record._id)),
    moments: momentsOf(t, record),
    ...(decides && { decide: decideOf(t, record, returning) }),
    acts: cancels
      ? [{ text: t('learningRecords.cancel'), href: paths.learningRecords.cancel(record._id), style: 'outline-danger' }]
      : [],
  }
}

const decideOf = (t: Translate, record: LearningRecordRecord, { reasons, text, error }: Returning): Decide => ({
  title: t('frame.decision'),
  findings: t('learningRecords.check'),
  action: paths.learningRecords.decide(record._id),
  hidden: { version: String(record.version) },
  approve: { text: t('learningRecords.confirm'), act: 'confirm' },
  giveBack: {
    title: t('learningRecords.return'),
    hint: t('learningRecords.returnHint'),
    reasons: returnReasons.map((value) => ({
      value,
      label: t(`learningRecords.return-${value}`),
      checked: reasons.includes(value),
    })),
    text,
    textLabel: t('learningRecords.returnText'),
    ...(error && { error }),
    submit: t('learningRecords.returnSubmit'),
    act: 'return',
  },
})

export function cancelPage(t: Translate, record: LearningRecordRecord, values: Values = {}, errors: Errors = {}) {
  return {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('learningRecords.cancelTitle', { title: record.title, name: record.personName }),
    problems: problemsOf(errors),
    crumbs: [
      { text: t('learningRecords.records'), href: paths.learningRecords.list() },
      { text: record.title, href: paths.learningRecords.show(record._id) },
      { text: t('learningRecords.cancel'), href: '' },
    ],
    lead: t('learningRecords.cancelLead'),
    form: {
      action: paths.learningRecords.cancel(record._id),
      sections: [
        {
          fields: fill(
            [{ name: 'text', label: t('learningRecords.cancelReason'), kind: 'textarea', rows: 3 }],
            values,
            errors,
          ),
        },
      ],
      submit: t('learningRecords.cancel'),
      danger: true,
      hidden: { version: String(record.version) },
      back: { text: t('learningRecords.keep'), href: paths.learningRecords.show(record._id) },
    },
  }
}

export function recordListPage(
  t: Translate,
  rows: readonly LearningRecordRecord[],
  page: PageOf,
  view: RecordView,
): Page & { list: List } {
  const pager = pagerOf(page, (number) => withQuery(paths.learningRecords.list(), { view, page: number }))
  const table = {
    caption: t('learningRecords.records'),
    columns: ['what', 'holder', 'kind', 'to', 'office', 'state'].map((key) => ({
      label: t(`learningRecords.column-${key}`),
    })),
    rows: rows.map((record) => ({
      cells: [
        { text: record.title, sub: record.place, href: paths.learningRecords.show(record._id) },
        { text: record.personName, sub: record.idMasked },
        { text: t(`learningAccounts.kind-${record.kind}`) },
        { text: record.to, num: true },
        { text: officeName(t, record) },
        { tag: recordTag(t, record.state) },
      ],
    })),
  }
  return {
    layout: 'staff',
    title: t('learningRecords.records'),
    meta: t('learningRecords.total', { count: page.total }),
    lead: t('learningRecords.listLead'),
    list: {
      views: (['waiting', 'confirmed', 'all'] as const).map((one) => ({
        text: t(`learningRecords.view-${one}`),
        href: withQuery(paths.learningRecords.list(), { view: one }),
        current: one === view,
      })),
      ...(rows.length > 0 ? { table } : { empty: { filtered: true, title: t('learningRecords.none') } }),
      ...(pager && { pager }),
    },
  }
}
