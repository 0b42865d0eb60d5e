import { paths } from '../../paths.js'
import { personCategories } from '../../registry/people/category.data.js'
import { idDocumentTypes } from '../../shared/id-card.js'
import { regionFullName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { rosterCrumbs } from '../enrolments/enrolment.view.js'
import { idTypeNames, residenceNames, sexNames } from '../roster-files/roster-columns.data.js'
import { photosAtOnce } from './photo-name.rules.js'

const second = (t: Translate, [zh, en]: readonly [string, string]): string => (t.lang === 'en' ? en : zh)

/** What is asked of a person by real name; apprentices are entered by the same fields. */
export function personSpecs(t: Translate): FieldSpec[] {
  const categories = personCategories.map(({ code, zh, en, proof }) => ({
    value: code,
    label: second(t, [zh, en]),
    ...(proof && { hint: second(t, proof) }),
  }))
  return [
    { name: 'name', label: t('enrolments.name'), kind: 'text', width: 18, autocomplete: 'off' },
    {
      name: 'idType',
      label: t('enrolments.idType'),
      kind: 'select',
      value: 'resident-id',
      width: 18,
      options: idDocumentTypes.map((type) => ({ value: type, label: second(t, idTypeNames[type]) })),
    },
    {
      name: 'idNumber',
      label: t('enrolments.idNumber'),
      kind: 'text',
      width: 18,
      autocomplete: 'off',
      hint: t('enrolments.addHint'),
    },
    {
      name: 'sex',
      label: t('enrolments.sex'),
      kind: 'select',
      optional: true,
      width: 8,
      hint: t('enrolments.birthHint'),
      options: [
        { value: '', label: '' },
        ...(['male', 'female'] as const).map((sex) => ({ value: sex, label: second(t, sexNames[sex]) })),
      ],
    },
    { name: 'birthOn', label: t('enrolments.birthOn'), kind: 'date', optional: true, hint: t('enrolments.birthHint') },
    {
      name: 'phone',
      label: t('enrolments.phone'),
      kind: 'text',
      optional: true,
      width: 18,
      inputmode: 'tel',
      autocomplete: 'off',
    },
    {
      name: 'category',
      label: t('enrolments.category'),
      kind: 'select',
      options: [{ value: '', label: '' }, ...categories.map(({ value, label }) => ({ value, label }))],
    },
    {
      name: 'residence',
      label: t('enrolments.residence'),
      kind: 'select',
      optional: true,
      options: [
        { value: '', label: '' },
        ...[...residenceNames.keys()].map((code) => ({ value: code, label: regionFullName(code, t.lang) })),
      ],
    },
    { name: 'tags', label: t('enrolments.tags'), kind: 'checkboxes', optional: true, options: categories },
  ]
}

export function addTraineePage(
  t: Translate,
  run: CourseRunRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const id = String(run._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t('enrolments.addTitle'),
    lead: `${run.title} · ${t('enrolments.meta', { count: run.enrolled, capacity: run.capacity })}`,
    crumbs: rosterCrumbs(t, run, t('enrolments.addOne')),
    problems: problemsOf(errors),
    form: {
      action: paths.courseRuns.addTrainee(id),
      sections: [{ fields: fill(personSpecs(t), values, errors) }],
      submit: t('enrolments.addSubmit'),
      back: { text: t('enrolments.back'), href: paths.courseRuns.roster(id) },
      extra: {
        text: t('enrolments.addAndNext'),
        href: `${paths.courseRuns.addTrainee(id)}?next=1`,
        post: true,
        style: 'outline',
      },
    },
  }
}

export interface PhotoLine {
  file: string
  problem: string
}

export function photosPage(
  t: Translate,
  run: CourseRunRecord,
  {
    error,
    missing,
    failed = [],
    good = 0,
  }: { error?: string; missing: number; failed?: readonly PhotoLine[]; good?: number },
): Page & { form: Form; note?: Note; table?: Table; acts?: Action[] } {
  const id = String(run._id)
  const refusals = failed.map(({ file, problem }) => `${file} — ${problem}`)
  const field = {
    name: 'photos',
    id: 'photos',
    label: t('enrolments.photoField'),
    kind: 'file' as const,
    multiple: true,
    accept: 'image/jpeg,image/png,image/webp',
    hint: t('enrolments.photoHint', { count: photosAtOnce }),
    ...(error && { error }),
  }
  const note: Note =
    failed.length > 0
      ? {
          kind: 'wait',
          text: t('enrolments.photoSome', { good, bad: failed.length }),
          more: t('enrolments.photoAgain'),
        }
      : { text: missing > 0 ? t('enrolments.photosMissing', { count: missing }) : t('enrolments.photosComplete') }
  return {
    layout: 'staff',
    width: 'form',
    title: t('enrolments.photoTitle'),
    lead: t('enrolments.photoLead'),
    crumbs: rosterCrumbs(t, run, t('enrolments.photos')),
    problems: (error ? [error] : refusals.slice(0, 10)).map((text) => ({ text, href: '#photos' })),
    note,
    ...(failed.length > 0 && { table: tableOf(t, failed) }),
    form: {
      action: paths.courseRuns.photos(id),
      multipart: true,
      sections: [{ fields: [field] }],
      submit: t('enrolments.photoSubmit'),
      back: { text: t('enrolments.back'), href: paths.courseRuns.roster(id) },
    },
  }
}

const tableOf = (t: Translate, failed: readonly PhotoLine[]): Table => ({
  caption: t('enrolments.photos'),
  columns: [{ label: t('enrolments.file') }, { label: t('enrolments.problem') }],
  rows: failed.map(({ file, problem }) => ({
    cells: [{ text: file }, { text: problem, full: true }] satisfies Cell[],
  })),
})
