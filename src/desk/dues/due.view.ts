import { paths } from '../../paths.js'
import type { Day } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Row } from '../../web/table-models.js'
import { isLate } from './due.rules.js'
import type { Due } from '../home/home.queries.js'

const dueHrefs: Record<Due['kind'], (id: string) => string> = {
  'run-county': paths.courseRuns.review,
  'run-area': paths.courseRuns.review,
  'run-returned': paths.courseRuns.show,
  'run-start': paths.courseRuns.show,
  'run-finish': paths.courseRuns.show,
  'run-results': paths.courseRuns.results,
  'run-change': paths.courseRuns.change,
  'run-certificates': paths.courseRuns.certificates,
  organisation: paths.organisations.review,
  'learning-record': paths.learningRecords.show,
  'organisation-returned': paths.organisations.show,
  'plan-review': paths.apprenticeships.review,
  'plan-returned': paths.apprenticeships.edit,
  'class-start': paths.apprenticeships.show,
  'class-finish': paths.apprenticeships.show,
  'class-mid-term': paths.apprenticeships.checkMidTerm,
  'class-assess': paths.apprentices.assessment,
  'class-complete': paths.apprenticeships.show,
  'contest-review': paths.competitions.show,
  'contest-returned': paths.competitions.show,
  'contest-open': paths.competitions.show,
  'contest-close': paths.competitions.show,
  'contest-begin': paths.competitions.show,
  'entries-decide': paths.events.entries,
  'result-notice': paths.results.show,
  'result-final': paths.results.show,
  'result-appeal': paths.results.show,
  'result-correction': paths.results.show,
  'award-promotion': paths.awards.list,
  'award-papers': paths.awards.certificates,
  'recognition-handle': paths.recognitions.show,
  'recognition-compare': paths.recognitions.show,
  'recognition-look-up': paths.recognitions.show,
  'recognition-decide': paths.recognitions.show,
  'recognition-flagged': paths.recognitions.show,
  'recognition-returned': paths.recognitions.show,
  'class-certificates': paths.apprenticeships.certificates,
  'settlement-prepare': paths.apprenticeships.settlement,
  'settlement-review': paths.apprenticeships.settlement,
  'settlement-returned': paths.apprenticeships.settlement,
}

export const dueRow =
  (t: Translate, today: Day) =>
  ({ kind, id, title, sub, since, count }: Due): Row => ({
    text: `${t(`home.due-${kind}`)}${t.lang === 'en' ? ': ' : '：'}${title}`,
    href: dueHrefs[kind](id),
    sub: count === undefined ? sub : t(kind === 'award-papers' ? 'home.prizes' : 'entries.total', { count }),
    ...(isLate(since, today)
      ? { tag: { kind: 'wait', text: t('home.overdue') } }
      : { right: t('home.waitingSince', { day: since.slice(5) }), time: true }),
  })
