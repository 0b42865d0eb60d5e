import { paths } from '../../paths.js'
import { formatDay, formatDays } from '../../shared/dates.js'
import { regionFullName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Tag, TagKind } from '../../web/link-models.js'
import type { Fact, Moment } from '../../web/story-models.js'
import type { Row } from '../../web/table-models.js'
import { momentsOf } from '../../web/moments.js'
import type { LearningRecordRecord } from './learning-record.model.js'
import type { Office } from './learning-record.queries.js'
import type { RecordState } from './learning-record.rules.js'

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
export const officeName = (
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

export function factsOf(t: Translate, record: LearningRecordRecord, fileHref: string): Fact[] {
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

export const recordMoments = (t: Translate, { timeline }: LearningRecordRecord): Moment[] =>
  momentsOf(timeline, ({ act }) => t(`learningRecords.act-${act}`))
