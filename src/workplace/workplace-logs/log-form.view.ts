import { formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { LogRecord } from './log.model.js'
import type { LogRow } from './log.queries.js'
import { lastNote } from './log.view.js'

export interface WriteTarget {
  action: string
  back: Link
  crumbs: Link[]
  name: string
  layout: 'staff' | 'public'
}
/** The form of one day; `log` is the entry that is corrected. */
export function writePage(
  t: Translate,
  { action, back, crumbs, name, layout }: WriteTarget,
  { today, log }: { today: string; log?: LogRow },
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const specs: FieldSpec[] = [
    { name: 'on', label: t('workplaceLogs.on'), kind: 'date', value: log?.on ?? today },
    {
      name: 'hours',
      label: t('workplaceLogs.hours'),
      kind: 'text',
      inputmode: 'decimal',
      width: 4,
      unit: t('workplaceLogs.hoursUnit'),
      value: log ? String(log.hours) : '',
    },
    {
      name: 'task',
      label: t('workplaceLogs.task'),
      kind: 'textarea',
      rows: 3,
      maxlength: 500,
      hint: t('workplaceLogs.taskHint'),
      value: log?.task ?? '',
    },
    {
      name: 'learnt',
      label: t('workplaceLogs.learnt'),
      kind: 'textarea',
      rows: 2,
      maxlength: 500,
      optional: true,
      value: log?.learnt ?? '',
    },
  ]
  const note = log?.state === 'returned' ? ` ${t('workplaceLogs.returnedBecause', { note: lastNote(log) })}` : ''
  return {
    layout,
    width: 'form',
    title: t('workplaceLogs.writeTitle', { name }),
    lead: `${t('workplaceLogs.writeLead')}${note}`,
    crumbs,
    problems: problemsOf(errors),
    form: {
      action,
      sections: [{ fields: fill(specs, values, errors) }],
      submit: t('workplaceLogs.submit'),
      back,
      ...(log && { hidden: { version: String(log.version) } }),
    },
  }
}

export function giveBackPage(
  t: Translate,
  log: LogRecord,
  { action, back, layout }: { action: string; back: string; layout: 'staff' | 'public' },
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const title = t('workplaceLogs.giveBackTitle', {
    name: log.writer === 'mentor' ? log.mentorName : log.personName,
    day: formatDay(log.on, t.lang),
  })
  return {
    layout,
    width: 'form',
    title,
    lead: log.task,
    problems: problemsOf(errors),
    crumbs: [
      { text: t('workplaceLogs.title'), href: back },
      { text: t('workplaceLogs.giveBack'), href: '' },
    ],
    form: {
      action,
      sections: [
        {
          fields: fill(
            [{ name: 'note', label: t('workplaceLogs.giveBackNote'), kind: 'textarea', rows: 3, maxlength: 200 }],
            values,
            errors,
          ),
        },
      ],
      submit: t('workplaceLogs.giveBackSubmit'),
      back: { text: t('apprentices.back'), href: back },
    },
  }
}
