import { paths, withQuery } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { versionOf } from '../../training/courses/course.rules.js'
import type { Place } from '../../training/run-reviews/run-review.view.js'
import type { Decide } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import { notReturned, type Returning } from '../../web/returning.js'
import type { Check } from '../../web/story-models.js'
import { apprenticeshipTag } from '../apprenticeship-lists/apprenticeship-list.view.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { apprenticeshipMoments } from '../apprenticeships/apprenticeship.view.js'
import { planFacts } from '../apprenticeship-plans/plan.view.js'
import type { PlanFinding } from './plan-finding.rules.js'

export const planReturnReasons = ['plan', 'term', 'partner', 'numbers'] as const

/** Each finding as a sentence with its clause; what needs a look has the warning sign, never a colour alone. */
export const planChecks = (t: Translate, findings: readonly PlanFinding[]): Check[] =>
  findings.map(({ key, ok, params, clause }) => {
    const reason = 'reason' in params && !ok ? t(`runReviews.reason-${params['reason']}`) : ''
    return {
      state: ok ? 'good' : 'wait',
      text: t(`planReviews.${key}-${ok ? 'good' : 'look'}`, { ...params, reason }),
      ...(clause && { end: t('runReviews.clause', { clause }) }),
    }
  })

export function planReviewPage(
  t: Translate,
  one: ApprenticeshipRecord,
  findings: readonly PlanFinding[],
  place: Place,
  { reasons, text, error }: Returning = notReturned,
): Page & Record<string, unknown> {
  const id = String(one._id)
  const look = findings.filter(({ ok }) => !ok).length
  const [goal, term, plan] = planFacts(t, one)
  const decide: Decide = {
    title: t('frame.decision'),
    findings: t(look === 0 ? 'runReviews.nothingToLook' : 'runReviews.toLook', { count: look }),
    action: paths.apprenticeships.decide(id),
    hidden: { version: String(versionOf(one)) },
    approve: {
      text: t('runReviews.passNext'),
      act: 'pass-next',
      only: { text: t('runReviews.passOnly'), act: 'pass' },
    },
    giveBack: {
      title: t('runReviews.return'),
      hint: t('planReviews.returnHint'),
      reasons: planReturnReasons.map((value) => ({
        value,
        label: t(`planReviews.return-${value}`),
        checked: reasons.includes(value),
      })),
      text,
      textLabel: t('runReviews.returnText'),
      ...(error && { error }),
      submit: t('runReviews.returnNext'),
      act: 'return-next',
    },
    refuse: {
      title: t('runReviews.reject'),
      text: t('planReviews.rejectText'),
      submit: t('runReviews.rejectSubmit'),
      act: 'reject',
    },
  }
  return {
    layout: 'staff',
    title: one.title,
    tag: apprenticeshipTag(t, one.state),
    meta: place.total > 0 ? t('runReviews.place', { index: place.index, total: place.total }) : '',
    actions: place.nextId
      ? [{ text: t('runReviews.skip'), href: paths.apprenticeships.review(place.nextId), style: 'outline' }]
      : [],
    crumbs: [
      { text: t('runReviews.inbox'), href: withQuery(paths.apprenticeships.list(), { view: 'mine' }) },
      { text: one.number, href: '' },
    ],
    problems: error ? [{ text: error, href: '#decide-text' }] : [],
    facts: [
      {
        label: t('apprenticeships.enterprise'),
        value: one.enterpriseName,
        href: paths.organisations.show(one.enterpriseId),
      },
      ...goal!.facts,
      ...term!.facts,
    ],
    plan: plan!.facts[0]!.value,
    checks: planChecks(t, findings),
    moments: apprenticeshipMoments(t, one),
    decide,
  }
}
