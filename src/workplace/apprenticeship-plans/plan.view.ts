import { paths } from '../../paths.js'
import { formatDays } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Step } from '../../web/story-models.js'
import { versionOf } from '../../training/courses/course.rules.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { planLevels, type PlanFieldFault, type PlanFigures } from './plan.rules.js'

export interface PlanChoices {
  occupations: readonly { _id?: unknown; name: string; nameEn: string; code: string }[]
  partners: readonly { id: string; name: string }[]
  bodies: readonly { id: string; name: string }[]
  figures: PlanFigures
}

const steps = ['plan', 'check'] as const
export const planSteps = (t: Translate, now: (typeof steps)[number], id?: string): Step[] =>
  steps.map((step) => ({
    text: t(`apprenticeshipPlans.step-${step}`),
    state: step === now ? 'now' : step === 'plan' ? 'done' : 'next',
    ...(id && step === 'plan' && now === 'check' && { href: paths.apprenticeships.edit(id) }),
  }))

const optionsOf = (t: Translate, rows: readonly { id: string; name: string }[]) => [
  { value: '', label: t('frame.choose') },
  ...rows.map(({ id, name }) => ({ value: id, label: name })),
]

function sectionsOf(
  t: Translate,
  { occupations, partners, bodies, figures }: PlanChoices,
): { title: string; fields: FieldSpec[] }[] {
  const occupation = occupations.map(({ _id, name, nameEn, code }) => ({
    id: String(_id),
    name: `${t.lang === 'en' ? `${nameEn} ${name}` : name} ${code}`,
  }))
  const { minMonths, maxMonths, maxApprentices, minHours, minCentralHours } = figures
  return [
    {
      title: t('apprenticeshipPlans.goal'),
      fields: [
        {
          name: 'occupationId',
          label: t('apprenticeshipPlans.occupation'),
          kind: 'select',
          options: optionsOf(t, occupation),
        },
        {
          name: 'level',
          label: t('apprenticeshipPlans.level'),
          kind: 'radios',
          hint: t('apprenticeshipPlans.levelHint'),
          options: planLevels.map((one) => ({ value: String(one), label: levelPrinted(one, t.lang) })),
        },
        {
          name: 'institutionId',
          label: t('apprenticeshipPlans.institution'),
          kind: 'select',
          hint: t('apprenticeshipPlans.institutionHint'),
          options: optionsOf(t, partners),
        },
        {
          name: 'assessmentBodyId',
          label: t('apprenticeshipPlans.body'),
          kind: 'select',
          hint: t('apprenticeshipPlans.bodyHint'),
          options: optionsOf(t, bodies),
        },
        {
          name: 'region',
          label: t('apprenticeshipPlans.region'),
          kind: 'select',
          width: 8,
          hint: t('apprenticeshipPlans.regionHint'),
          options: optionsOf(
            t,
            threeCounties.map((code) => ({ id: code, name: regionName(code, t.lang) })),
          ),
        },
      ],
    },
    {
      title: t('apprenticeshipPlans.term'),
      fields: [
        {
          name: 'startsOn',
          label: t('apprenticeshipPlans.startsOn'),
          kind: 'date',
          hint: t('apprenticeshipPlans.startsOnHint'),
        },
        {
          name: 'endsOn',
          label: t('apprenticeshipPlans.endsOn'),
          kind: 'date',
          hint: t('apprenticeshipPlans.endsOnHint', { min: minMonths, max: maxMonths }),
        },
        {
          name: 'planned',
          label: t('apprenticeshipPlans.planned'),
          kind: 'number',
          width: 4,
          unit: t('apprenticeshipPlans.peopleUnit'),
          hint: t('apprenticeshipPlans.plannedHint', { max: maxApprentices }),
        },
        {
          name: 'totalHours',
          label: t('apprenticeshipPlans.totalHours'),
          kind: 'number',
          width: 4,
          unit: t('apprenticeshipPlans.hourUnit'),
          hint: t('apprenticeshipPlans.totalHint', { hours: minHours }),
        },
        {
          name: 'centralHours',
          label: t('apprenticeshipPlans.centralHours'),
          kind: 'number',
          width: 4,
          unit: t('apprenticeshipPlans.hourUnit'),
          hint: t('apprenticeshipPlans.centralHint', { hours: minCentralHours }),
        },
      ],
    },
    {
      title: t('apprenticeshipPlans.trainingPlan'),
      fields: [
        {
          name: 'trainingPlan',
          label: t('apprenticeshipPlans.trainingPlanLabel'),
          kind: 'textarea',
          rows: 8,
          hint: t('apprenticeshipPlans.trainingPlanHint'),
          maxlength: 5000,
        },
      ],
    },
  ]
}

const names = [
  'occupationId',
  'level',
  'institutionId',
  'assessmentBodyId',
  'region',
  'startsOn',
  'endsOn',
  'planned',
  'totalHours',
  'centralHours',
  'trainingPlan',
] as const
export const valuesOfPlan = (one: ApprenticeshipRecord): Values =>
  Object.fromEntries(names.map((name) => [name, String(one[name] ?? '')]))

const crumbsTo = (t: Translate, last: string, one?: ApprenticeshipRecord): Link[] => [
  { text: t('apprenticeships.title'), href: paths.apprenticeships.list() },
  ...(one ? [{ text: one.title, href: paths.apprenticeships.show(String(one._id)) }] : []),
  { text: last, href: '' },
]

export function planFormPage(
  t: Translate,
  choices: PlanChoices,
  one: ApprenticeshipRecord | undefined,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = one && String(one._id)
  const back = one
    ? { text: t('courseRuns.laterBack'), href: paths.apprenticeships.show(id!) }
    : { text: t('courses.notNow'), href: paths.apprenticeships.list() }
  return {
    layout: 'staff',
    width: 'form',
    title: one ? one.title : t('apprenticeships.new'),
    problems: problemsOf(errors),
    steps: planSteps(t, 'plan', id),
    crumbs: crumbsTo(t, t('apprenticeshipPlans.step-plan'), one),
    form: {
      action: id ? paths.apprenticeships.edit(id) : paths.apprenticeships.create(),
      submit: t('courses.saveAndContinue'),
      back,
      sections: sectionsOf(t, choices).map(({ title, fields }) => ({ title, fields: fill(fields, values, errors) })),
      ...(one && { hidden: { version: String(versionOf(one)) } }),
    },
  }
}

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
