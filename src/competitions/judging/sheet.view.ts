import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { SheetWithMarks } from '../marking/marking.queries.js'
import { allSubmitted, factsOfSheet, toDiscuss } from '../marking/sheet.rules.js'
import { standings, type Standing } from '../rankings/ranking.rules.js'
import { marksTable } from './marks-table.view.js'
import { groupsOf } from './sheet-items.view.js'
import { crumbs, judgeTag, ownTag, sheetTag, type EventView } from './sheet-tags.view.js'

export interface SheetView extends SheetWithMarks {
  event: EventView
  judgeId?: string
  own: { name: string; version: number }
  previous?: string
  next?: string
  locked: boolean
}

/** All aspects of one contestant on one page, one form; the chief judge reads it once all have submitted. */
export function sheetPage(
  t: Translate,
  view: SheetView,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const { event, sheet, judgeId, locked } = view
  const facts = factsOfSheet(event.aspects, view)
  const [shown, open] = [allSubmitted(facts), toDiscuss(facts)]
  const editable = judgeId !== undefined && !locked && sheet.standing === 'present' && (!shown || open.length > 0)
  const asked = shown ? event.aspects.filter(({ code }) => open.includes(code)) : event.aspects
  const note: Note | undefined =
    open.length > 0 && !locked
      ? { kind: 'wait', text: t('marking.discussTitle', { count: open.length }), more: t('marking.discussText') }
      : shown
        ? { kind: 'good', text: t(locked ? 'marking.locked' : 'marking.agreedText') }
        : undefined
  return {
    layout: 'staff',
    title: t('marking.sheetTitle', { code: sheet.code }),
    tag: judgeId ? ownTag(t, event.aspects, view, judgeId) : sheetTag(t, event.aspects, view),
    meta: event.title,
    crumbs: crumbs(t, event, sheet.code),
    problems: problemsOf(errors),
    judges: sheet.panel.map(({ accountId, name }) => ({
      name: accountId === judgeId ? t('marking.me', { name }) : name,
      tag: judgeTag(t, event.aspects, view, accountId),
    })),
    ...(shown ? { marks: marksTable(t, view) } : { hidden: t('marking.hidden') }),
    ...(note && { note }),
    ...(editable && {
      form: {
        action: paths.judging.sheet(event.id, sheet.code),
        version: String(view.own.version),
        groups: groupsOf(t, view, asked, values, errors),
        ...(shown && {
          reason: fill(
            [
              {
                name: 'reason',
                label: t('marking.reason'),
                hint: t('marking.reasonHint'),
                kind: 'textarea',
                rows: 2,
                maxlength: 300,
              },
            ],
            values,
            errors,
          )[0],
        }),
      },
    }),
    bar: barOf(t, view, editable),
    ...(judgeId === undefined && !locked && { standing: standingForm(t, view, values, errors) }),
  }
}

function barOf(t: Translate, { event, sheet, judgeId, marks, previous, next }: SheetView, editable: boolean) {
  const savedAt = marks.find((one) => one.judgeId === judgeId)?.savedAt
  return {
    ...(previous && {
      previous: { text: t('marking.previous', { code: previous }), href: paths.judging.sheet(event.id, previous) },
    }),
    ...(savedAt && { saved: t('marking.saved', { time: formatInstant(savedAt).slice(-5) }) }),
    ...(editable
      ? { submit: next ? t('marking.saveNext', { code: next }) : t('marking.save') }
      : next && next !== sheet.code
        ? { next: { text: t('marking.previous', { code: next }), href: paths.judging.sheet(event.id, next) } }
        : {}),
  }
}

function standingForm(
  t: Translate,
  { event, sheet }: SheetView,
  values: Values,
  errors: Errors,
): { title: string; text: string; form: Form } {
  const others: Standing[] = standings.filter((standing) => standing !== sheet.standing)
  return {
    title: t('marking.standingTitle'),
    text: t('marking.standingText'),
    form: {
      action: paths.judging.standing(event.id, sheet.code),
      submit: t('marking.standingSubmit'),
      sections: [
        {
          fields: fill(
            [
              {
                name: 'standing',
                label: t('marking.standing'),
                kind: 'radios',
                options: others.map((value) => ({ value, label: t(`marking.standing-${value}`) })),
              },
              { name: 'reason', label: t('marking.standingWhy'), kind: 'textarea', rows: 2, maxlength: 300 },
            ],
            values,
            errors,
          ),
        },
      ],
    },
  }
}
