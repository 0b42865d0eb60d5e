import { levelPrinted, levels } from '../../shared/levels.js'
import type { Translate } from '../../shared/words.js'
import type { FieldSpec } from '../../web/form.js'
import { deliveries, fundings, programmeKinds, startUpKinds } from '../courses/course.model.js'
import type { OccupationOption } from '../courses/course.view.js'

const optionsOf = (t: Translate, values: readonly string[], word: string) =>
  values.map((value) => ({ value, label: t(`courses.${word}-${value}`) }))

export function whatFields(t: Translate, occupations: readonly OccupationOption[]): FieldSpec[] {
  const none = { value: '', label: t('courses.noOccupation') }
  const name = ({ name: zh, nameEn, code, edition, status }: OccupationOption) =>
    t(status === 'V' ? 'courses.occupationOption' : 'courses.occupationOptionUnverified', {
      name: t.lang === 'en' ? `${nameEn} ${zh}` : zh,
      code,
      edition,
    })
  return [
    { name: 'title', label: t('courses.title'), kind: 'text', hint: t('courses.titleHint'), maxlength: 60 },
    {
      name: 'programme',
      label: t('courses.programme'),
      kind: 'select',
      options: [{ value: '', label: t('frame.choose') }, ...optionsOf(t, programmeKinds, 'programme')],
    },
    {
      name: 'startUpKind',
      label: t('courses.startUpKind'),
      kind: 'select',
      optional: true,
      hint: t('courses.startUpHint'),
      options: [{ value: '', label: t('courses.notStartUp') }, ...optionsOf(t, startUpKinds, 'start-up')],
    },
    {
      name: 'occupationId',
      label: t('courses.occupation'),
      kind: 'select',
      optional: true,
      hint: t('courses.occupationHint'),
      options: [none, ...occupations.map((one) => ({ value: String(one._id), label: name(one) }))],
    },
    {
      name: 'level',
      label: t('courses.level'),
      kind: 'select',
      optional: true,
      width: 18,
      hint: t('courses.levelHint'),
      options: [
        { value: '', label: t('courses.noLevel') },
        ...levels.map(({ ordinal }) => ({ value: String(ordinal), label: levelPrinted(ordinal, t.lang) })),
      ],
    },
    {
      name: 'workType',
      label: t('courses.workType'),
      kind: 'text',
      optional: true,
      width: 18,
      hint: t('courses.workTypeHint'),
      maxlength: 30,
    },
  ]
}

export function howFields(t: Translate, minHours: number): FieldSpec[] {
  return [
    {
      name: 'theoryHours',
      label: t('courses.theoryHours'),
      kind: 'number',
      width: 4,
      unit: t('courses.hourUnit'),
      hint: t('courses.hoursHint', { hours: minHours }),
      inputmode: 'decimal',
    },
    {
      name: 'practiceHours',
      label: t('courses.practiceHours'),
      kind: 'number',
      width: 4,
      unit: t('courses.hourUnit'),
      inputmode: 'decimal',
    },
    { name: 'delivery', label: t('courses.delivery'), kind: 'radios', options: optionsOf(t, deliveries, 'delivery') },
    {
      name: 'funding',
      label: t('courses.funding'),
      kind: 'radios',
      options: fundings.map((value) => ({
        value,
        label: t(`courses.funding-${value}`),
        hint: t(`courses.funding-${value}-hint`),
      })),
    },
    {
      name: 'certificateFamily',
      label: t('courses.family'),
      kind: 'radios',
      options: ['level', 'completion'].map((value) => ({
        value,
        label: t(`courses.family-${value}`),
        hint: t(`courses.family-${value}-hint`),
      })),
    },
    {
      name: 'feeFen',
      label: t('courses.fee'),
      kind: 'text',
      width: 8,
      unit: t('courses.yuanUnit'),
      optional: true,
      hint: t('courses.feeHint'),
      inputmode: 'decimal',
    },
    {
      name: 'summary',
      label: t('courses.summary'),
      kind: 'textarea',
      optional: true,
      rows: 4,
      hint: t('courses.summaryHint'),
      maxlength: 500,
    },
  ]
}
