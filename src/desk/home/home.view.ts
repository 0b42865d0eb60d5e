import type { Group, Tally } from '../../counting/person-time-lists/person-time-tally.queries.js'
import { personTimesHref } from '../../counting/person-time-lists/person-time.view.js'
import type { TargetProgress } from '../../counting/targets/target.service.js'
import { paths, withQuery } from '../../paths.js'
import { formatInstant, type Day } from '../../shared/dates.js'
import { figure } from '../../shared/figures.js'
import { may, type Actor, type Permission } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Figure } from '../../web/figure-models.js'
import type { Row } from '../../web/table-models.js'
import { isLate } from '../dues/due.rules.js'
import { dueRow } from '../dues/due.view.js'
import type { Due, Figures } from './home.queries.js'
import { planOf } from './plan.view.js'

export interface HomeData {
  actor: Actor
  now: Date
  today: Day
  year: number
  years: number[]
  unused: boolean
  due: Due[]
  figures: Figures
  pending: Tally
  targets: TargetProgress[]
  months: Group[]
  yearTally: Tally
  counties: Group[]
}

/** Only figures that open for the reader. */
function figuresOf(t: Translate, { actor, due, figures, pending, year, today }: HomeData): Figure[] {
  const late = due.filter(({ since }) => isLate(since, today)).length
  const where = (permission: Permission, figure: Figure): Figure[] => (may(actor, permission) ? [figure] : [])
  return [
    {
      label: t('home.inbox'),
      value: figure(due.length),
      unit: t('home.items'),
      ...(late > 0 && { note: t('home.inboxNote', { count: late }) }),
      href: '#due',
    },
    ...where('course-run.view', {
      label: t('home.running'),
      value: figure(figures.runs),
      unit: t('home.runs'),
      note: t('home.runningNote', { count: figures.trainees }),
      href: withQuery(paths.courseRuns.list(), { state: 'running' }),
    }),
    ...where('certificate.view', {
      label: t('home.issued'),
      value: figure(figures.issued),
      unit: t('home.sheets'),
      note: t('home.issuedNote', { month: figures.month }),
      href: withQuery(paths.certificates.list(), { month: figures.month }),
    }),
    ...where('person-time.view', {
      label: t('home.pending'),
      value: figure(pending.personTimes),
      unit: t('home.personTimes'),
      note: t('home.pendingNote'),
      href: personTimesHref({ year, measure: 'subsidised', verdict: 'pending' }),
    }),
  ]
}

const firstSteps = (t: Translate): Row[] => [
  {
    text: t('home.firstOrganisation'),
    sub: t('home.firstOrganisationSub'),
    href: paths.organisations.create(),
    icon: 'building',
  },
  {
    text: t('home.firstAccounts'),
    sub: t('home.firstAccountsSub'),
    href: paths.accounts.create(),
    icon: 'person-badge',
  },
  { text: t('home.firstFigures'), sub: t('home.firstFiguresSub'), href: paths.policies.list(), icon: 'list-check' },
  {
    text: t('home.firstAgreements'),
    sub: t('home.firstAgreementsSub'),
    href: paths.agreements.list(),
    icon: 'book',
  },
]

/** The page that staff open on: what waits for them, and how far the plan is. */
export function homePage(t: Translate, data: HomeData) {
  const { actor } = data
  const rows = data.due.map(dueRow(t, data.today))
  return {
    layout: 'staff' as const,
    title: t('home.title'),
    meta: t('home.asOf', { at: formatInstant(data.now) }),
    ...(may(actor, 'course-run.edit') && {
      actions: [
        { text: t('home.newRun'), href: paths.courseRuns.create(), style: 'primary' as const, icon: 'plus-lg' },
      ],
    }),
    figures: figuresOf(t, data),
    ...(data.unused && { firstSteps: firstSteps(t) }),
    due: rows,
    dueTotal: t('home.allDue', { count: rows.length }),
    ...(may(actor, 'person-time.view') && { plan: planOf(t, data) }),
    empty: { title: t('home.nothing'), text: t('home.nothingText') },
  }
}
