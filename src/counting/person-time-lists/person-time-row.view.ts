import { paths } from '../../paths.js'
import type { PolicyBook } from '../../office/policies/policy.service.js'
import { personCategoryName } from '../../registry/people/category.data.js'
import { formatInstant } from '../../shared/dates.js'
import { regionName } from '../../shared/regions.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { RuleBox } from '../../web/figure-models.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import type { LedgerRecord } from '../verdicts/ledger-row.rules.js'
import { measureVerdict, measures, type Reason } from '../person-times/person-time.rules.js'
import {
  evidenceText,
  levelText,
  personTimesHref,
  ruleBox,
  runCell,
  sourceHref,
  verdictTag,
} from './person-time.view.js'

interface RowPage extends Page {
  rule: RuleBox
  facts: Fact[]
  figures: Fact[]
  moments: Moment[]
  others?: Table
  links: Action[]
}

/** One candidate: the verdict, the rule that made it, what the rule was told, and every earlier verdict. */
export function personTimePage(
  t: Translate,
  row: LedgerRecord,
  others: readonly LedgerRecord[],
  book: PolicyBook,
  reader: Actor,
): RowPage {
  return {
    layout: 'staff',
    title: row.personName,
    tag: verdictTag(t, row),
    meta: row.idMasked,
    crumbs: [
      {
        text: t('personTimes.title'),
        href: personTimesHref(row.courseRunId ? { courseRun: row.courseRunId } : { person: row.personId }),
      },
      { text: row.personName, href: '' },
    ],
    rule: { ...ruleBox(t, row, book, row.on), clause: row.clause, sample: false },
    facts: factsOf(t, row),
    figures: measures.map((measure) => ({
      label: t(`personTimes.measure-${measure}`),
      value: countsText(t, row, measure),
    })),
    moments: momentsOf(t, row),
    links: [
      ...(may(reader, 'person.view')
        ? [{ text: t('personTimes.openPerson'), href: paths.people.show(row.personId) }]
        : []),
      row.courseRunId
        ? { text: t('personTimes.openResults'), href: paths.courseRuns.results(row.courseRunId) }
        : { text: t('personTimes.openApprentice'), href: paths.apprentices.show(row._id) },
      ...(row.evidence?.apprenticeshipId
        ? [
            {
              text: t('personTimes.othersApprenticeship'),
              href: paths.apprenticeships.show(row.evidence.apprenticeshipId),
            },
          ]
        : []),
    ],
    ...(others.length > 0 && { others: othersTable(t, others) }),
  }
}

function factsOf(t: Translate, row: LedgerRecord): Fact[] {
  const zh = { note: row.organisationName }
  return [
    { label: t('personTimes.run'), value: row.courseRunTitle, href: sourceHref(row), ...zh },
    { label: t('personTimes.day'), value: row.on, num: true },
    { label: t('personTimes.evidence'), value: evidenceText(t, row, true) },
    { label: t('personTimes.county'), value: regionName(row.region, t.lang) },
    {
      label: t('personTimes.programme'),
      value: t(`personTimes.programme-${row.programme}`),
      note: t(`personTimes.funding-${row.funding}`),
    },
    {
      label: t('personTimes.occupation'),
      value: row.occupationName ?? t('personTimes.noOccupation'),
      note: levelText(t, String(row.level ?? '')),
    },
    { label: t('personTimes.category'), value: personCategoryName(row.category, t.lang) },
    { label: t('personTimes.decided'), value: formatInstant(row.decidedAt), num: true },
  ]
}

function countsText(t: Translate, row: LedgerRecord, measure: (typeof measures)[number]): string {
  const counts = measureVerdict(row, measure)
  return t(`personTimes.counts-${counts.counts ? 'yes' : counts.reason}`)
}

function momentsOf(t: Translate, { history }: LedgerRecord): Moment[] {
  return [...history].reverse().map(({ verdict, reason, at }, i) => ({
    text: verdictTag(t, { verdict: verdict as LedgerRecord['verdict'], ...(reason && { reason: reason as Reason }) })
      .text,
    at: formatInstant(at),
    atIso: at.toISOString(),
    now: i === 0,
  }))
}

function othersTable(t: Translate, others: readonly LedgerRecord[]): Table {
  const columns = ['day', 'run', 'verdict'].map((name) => ({ label: t(`personTimes.${name}`) }))
  return {
    caption: t('personTimes.othersTitle'),
    columns,
    rows: others.map((row) => ({
      cells: [
        { text: row.on, num: true, href: paths.personTimes.show(row._id) },
        runCell(t, row),
        { tag: verdictTag(t, row) },
      ],
    })),
  }
}
