import { paths, withQuery } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { BlocksPage, Page } from '../../web/page-models.js'
import type { List } from '../../web/table-models.js'
import type { MistakeRecord } from './mistake-report.model.js'
import type { MistakeView } from './mistake.service.js'

export const mistakePage = (t: Translate, values: Values = {}, errors: Errors = {}): Page & { form: Form } => ({
  layout: 'public',
  width: 'form',
  title: t('mistakes.formTitle'),
  lead: t('mistakes.formLead'),
  problems: problemsOf(errors),
  form: {
    action: paths.mistakes.form(),
    submit: t('mistakes.send'),
    sections: [
      {
        fields: fill(
          [
            { name: 'page', label: t('mistakes.page'), kind: 'text', optional: true, hint: t('mistakes.pageHint') },
            { name: 'text', label: t('mistakes.text'), kind: 'textarea', rows: 5, maxlength: 1000 },
            {
              name: 'contact',
              label: t('mistakes.contact'),
              kind: 'text',
              optional: true,
              hint: t('mistakes.contactHint'),
              autocomplete: 'off',
            },
          ],
          values,
          errors,
        ),
      },
    ],
  },
})

export function mistakeListPage(
  t: Translate,
  rows: readonly MistakeRecord[],
  page: PageOf,
  view: MistakeView,
): Page & { list: List } {
  const views = (['open', 'closed'] as const).map((key) => ({
    text: t(`mistakes.${key}`),
    href: withQuery(paths.mistakes.list(), { view: key }),
    current: key === view,
  }))
  const columns = [{ label: t('mistakes.text') }, { label: t('mistakes.page') }, { label: t('mistakes.sentAt') }]
  return {
    layout: 'staff',
    title: t('mistakes.title'),
    meta: t('mistakes.total', { count: page.total }),
    list: {
      views,
      ...(rows.length > 0
        ? {
            table: {
              caption: t('mistakes.title'),
              columns,
              rows: rows.map(({ _id, text, page: where, sentAt }) => ({
                cells: [
                  { text: text.slice(0, 80), href: paths.mistakes.show(String(_id)) },
                  { text: where ?? '' },
                  { text: formatInstant(sentAt), num: true },
                ],
              })),
            },
          }
        : { empty: { title: t(view === 'open' ? 'mistakes.none' : 'mistakes.noneClosed') } }),
      pager: pagerOf(page, (number) => withQuery(paths.mistakes.list(), { view, page: number })),
    },
  }
}

export function mistakeReportPage(
  t: Translate,
  report: MistakeRecord,
  mayClose: boolean,
  values: Values = {},
  errors: Errors = {},
): BlocksPage {
  const id = String(report._id)
  const closed = report.timeline?.at(-1)
  return {
    layout: 'staff',
    width: 'form',
    title: t('mistakes.show'),
    crumbs: [
      { text: t('mistakes.title'), href: paths.mistakes.list() },
      { text: t('mistakes.show'), href: '' },
    ],
    problems: problemsOf(errors),
    tag: { kind: report.state === 'open' ? 'wait' : 'good', text: t(`mistakes.${report.state}`) },
    blocks: [
      {
        facts: [
          { label: t('mistakes.text'), value: report.text },
          { label: t('mistakes.page'), value: report.page ?? t('mistakes.notGiven') },
          { label: t('mistakes.sentAt'), value: formatInstant(report.sentAt) },
          ...(report.state === 'open'
            ? [{ label: t('mistakes.contact'), value: report.contact ?? t('mistakes.notGiven') }]
            : []),
          ...(report.outcome
            ? [
                {
                  label: t('mistakes.outcome'),
                  value: report.outcome,
                  ...(closed && { note: `${closed.byName} ${formatInstant(closed.at)}` }),
                },
              ]
            : []),
        ],
        ...(mayClose &&
          report.state === 'open' && {
            form: {
              action: paths.mistakes.close(id),
              submit: t('mistakes.close'),
              sections: [
                {
                  fields: fill(
                    [{ name: 'outcome', label: t('mistakes.outcome'), kind: 'textarea', rows: 3, maxlength: 500 }],
                    values,
                    errors,
                  ),
                },
              ],
            },
          }),
      },
    ],
  }
}
