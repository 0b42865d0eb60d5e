import { paths } from '../../paths.js'
import { levelPrinted } from '../../shared/levels.js'
import { regionName, threeCounties } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { versionOf } from '../../training/courses/course.rules.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { planLevels, type PlanFigures } from './plan.rules.js'
import { crumbsTo, planSteps } from './plan.view.js'

export interface PlanChoices {
  occupations: readonly { _id?: unknown; name: string; nameEn: string; code: string }[]
  partners: readonly { id: string; name: string }[]
  bodies: readonly { id: string; name: string }[]
  figures: PlanFigures
}

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
