import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import { exitReasons, type ApprenticeRecord } from '../apprentices/apprentice.model.js'

type Shown = ApprenticeRecord & { version: number }
export type ChangeAct = 'exit' | 'break' | 'endBreak' | 'transfer'
const addresses: Record<ChangeAct, (id: string) => string> = {
  exit: paths.apprentices.exit,
  break: paths.apprentices.break,
  endBreak: paths.apprentices.endBreak,
  transfer: paths.apprentices.transfer,
}

export interface ClassChoice {
  id: string
  title: string
}

function specsOf(t: Translate, act: ChangeAct, today: string, classes: readonly ClassChoice[]): FieldSpec[] {
  const day = (name: string, label: string, value?: string): FieldSpec => ({
    name,
    label: t(`apprenticeChanges.${label}`),
    kind: 'date',
    ...(value && { value }),
  })
  const reason: FieldSpec = {
    name: 'reason',
    label: t('apprenticeChanges.breakReason'),
    kind: 'textarea',
    rows: 2,
    maxlength: 200,
  }
  if (act === 'exit')
    return [
      day('on', 'exitOn'),
      {
        name: 'reason',
        label: t('apprenticeChanges.exitReason'),
        kind: 'radios',
        options: exitReasons.map((value) => ({ value, label: t(`apprentices.exit-${value}`) })),
      },
      { name: 'note', label: t('apprenticeChanges.note'), kind: 'textarea', rows: 2, optional: true, maxlength: 300 },
    ]
  if (act === 'break') return [day('from', 'breakFrom'), day('to', 'breakTo'), reason]
  if (act === 'endBreak') return [day('on', 'endBreakOn', today)]
  return [
    {
      name: 'classId',
      label: t('apprenticeChanges.transferTo'),
      kind: 'radios',
      options: classes.map(({ id, title }) => ({ value: id, label: title })),
    },
    day('on', 'transferOn', today),
    reason,
  ]
}

/** The page that asks for one change of one apprentice: what follows, the facts, the act and the way back. */
export function changePage(
  t: Translate,
  act: ChangeAct,
  apprentice: Shown,
  { today, classes = [] }: { today: string; classes?: readonly ClassChoice[] },
  values: Values = {},
  errors: Errors = {},
): Page & { note?: Note; form?: Form } {
  const id = String(apprentice._id)
  const name = apprentice.personName
  const none = act === 'transfer' && classes.length === 0
  return {
    layout: 'staff',
    width: 'form',
    title: t(`apprenticeChanges.${act}Title`, { name }),
    problems: problemsOf(errors),
    ...((act === 'break' || act === 'transfer') && { lead: t(`apprenticeChanges.${act}Lead`) }),
    crumbs: [
      { text: t('apprentices.title'), href: paths.apprentices.list() },
      { text: name, href: paths.apprentices.show(id) },
      { text: t(`apprenticeChanges.${act}`), href: '' },
    ],
    ...(act === 'exit' && {
      note: {
        kind: 'void' as const,
        text: t('apprenticeChanges.exitText'),
        items: ['count', 'guides', 'final'].map((effect) => t(`apprenticeChanges.exit-effect-${effect}`)),
      },
    }),
    ...(none
      ? {
          note: {
            kind: 'wait' as const,
            text: t('apprenticeChanges.transferNone'),
            actions: [{ text: t('apprentices.back'), href: paths.apprentices.show(id), style: 'outline' as const }],
          },
        }
      : {
          form: {
            action: addresses[act](id),
            submit: t(`apprenticeChanges.${act}Submit`),
            danger: act === 'exit',
            hidden: { version: String(apprentice.version) },
            back: {
              text: t(act === 'exit' ? 'apprenticeChanges.exitKeep' : 'apprentices.back'),
              href: paths.apprentices.show(id),
            },
            sections: [{ fields: fill(specsOf(t, act, today, classes), values, errors) }],
          },
        }),
  }
}
