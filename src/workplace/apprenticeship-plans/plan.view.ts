import { paths } from '../../paths.js'
import { formatDays } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, type Errors, type FieldSpec } from '../../web/form.js'
import type { Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Step } from '../../web/story-models.js'
import { versionOf } from '../../training/courses/course.rules.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import type { PlanFieldFault, PlanFigures } from './plan.rules.js'

const steps = ['plan', 'check'] as const
export const planSteps = (t: Translate, now: (typeof steps)[number], id?: string): Step[] =>
  steps.map((step) => ({
    text: t(`apprenticeshipPlans.step-${step}`),
    state: step === now ? 'now' : step === 'plan' ? 'done' : 'next',
    ...(id && step === 'plan' && now === 'check' && { href: paths.apprenticeships.edit(id) }),
  }))

export const crumbsTo = (t: Translate, last: string, one?: ApprenticeshipRecord): Link[] => [
  { text: t('apprenticeships.title'), href: paths.apprenticeships.list() },
  ...(one ? [{ text: one.title, href: paths.apprenticeships.show(String(one._id)) }] : []),
  { text: last, href: '' },
]

/** What was planned, by the sections of the form; on the check page each leads back to it. */
export function planFacts(
  t: Translate,
  one: ApprenticeshipRecord,
  editHref?: string,
): { title: string; facts: Fact[] }[] {
  const edit = editHref ? { edit: { text: '', href: editHref } } : {}
  const fact = (label: string, value: string, more: Partial<Fact> = {}): Fact => ({
    label: t(`apprenticeshipPlans.${label}`),
    value,
    ...more,
    ...edit,
  })
  const hours = t('apprenticeshipPlans.hours', { total: one.totalHours, central: one.centralHours })
  return [
    {
      title: t('apprenticeshipPlans.goal'),
      facts: [
        fact('occupation', one.occupationName, { note: levelPrinted(one.level as Level, t.lang) }),
        fact('institution', one.institutionName, editHref ? {} : { href: paths.organisations.show(one.institutionId) }),
        ...(one.assessmentBodyName ? [fact('body', one.assessmentBodyName)] : []),
        fact('region', regionName(one.region, t.lang)),
      ],
    },
    {
      title: t('apprenticeshipPlans.term'),
      facts: [
        fact('termDates', formatDays(one.startsOn, one.endsOn, t.lang)),
        fact('planned', t('apprenticeshipPlans.people', { count: one.planned })),
        fact('totalHours', hours),
      ],
    },
    { title: t('apprenticeshipPlans.trainingPlan'), facts: [fact('trainingPlanLabel', one.trainingPlan)] },
  ]
}

/** The sentence of each fault, by field. */
export const planErrors = (t: Translate, faults: readonly PlanFieldFault[], figures: PlanFigures): Errors =>
  Object.fromEntries(
    [...faults].reverse().map(({ field, reason }) => [field, t(`apprenticeshipPlans.${reason}`, { ...figures })]),
  )

export function planCheckPage(
  t: Translate,
  one: ApprenticeshipRecord,
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = String(one._id)
  const edit = paths.apprenticeships.edit(id)
  const declaration: FieldSpec = { name: 'declaration', label: t('apprenticeshipPlans.declaration'), kind: 'checkbox' }
  return {
    layout: 'staff',
    width: 'form',
    title: t('apprenticeshipPlans.checkTitle'),
    lead: one.title,
    steps: planSteps(t, 'check', id),
    crumbs: crumbsTo(t, t('apprenticeshipPlans.step-check'), one),
    problems: Object.entries(errors).map(([field, text]) => ({
      text,
      ...(field !== '_' && { href: field === 'declaration' ? '#declaration' : `${edit}#${field}` }),
    })),
    sections: planFacts(t, one, edit),
    note: {
      text: t('apprenticeshipPlans.afterSubmit'),
      more: t('apprenticeshipPlans.afterSubmitText', { county: regionName(one.region, t.lang) }),
    },
    form: {
      action: paths.apprenticeships.submit(id),
      submit: t('apprenticeshipPlans.submit'),
      back: { text: t('courses.keepDraft'), href: paths.apprenticeships.show(id) },
      hidden: { version: String(versionOf(one)) },
      sections: [
        { fields: fill([declaration], {}, errors['declaration'] ? { declaration: errors['declaration'] } : {}) },
      ],
    },
  }
}
