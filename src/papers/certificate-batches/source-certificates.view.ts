import { paths, withQuery } from '../../paths.js'
import { formatDay, formatInstant } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Figure } from '../../web/figure-models.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { SourceHead } from '../certificate-sources/certificate-source.js'
import type { BatchRow, SourceFamily } from './certificate-batch.queries.js'
import type { Refusal } from '../certificate-issue/certificate-sift.js'
import { refusalTable } from './refusal.view.js'
import { sourceCrumbs, sourcePlaces } from '../certificate-sources/source-place.view.js'
import { tagOf } from './certificate-batch.view.js'

export interface FamilyView extends SourceFamily {
  mayIssue: boolean
  obstacles: readonly Refusal[]
  main: boolean
  body?: string
}
export interface SourceView {
  head: SourceHead
  families: readonly FamilyView[]
  batches: readonly BatchRow[]
  actor: Actor
  today: string
  opensPeople: boolean
}

function figuresOf(
  t: Translate,
  { head: { kind, id }, actor }: SourceView,
  { family, completed, issued, waitingIds, obstacles }: FamilyView,
): Figure[] {
  const unit = t('certificateBatches.people')
  const figure = (key: string, count: number, href: string): Figure => ({
    label: t(`certificateBatches.${key}`),
    value: String(count),
    unit,
    href,
  })
  const list = withQuery(paths.certificates.list(), { source: id, family, state: 'current' })
  const lines = sourcePlaces[kind].lines(id, actor)
  return [
    figure(family === 'award' ? 'winners' : 'completed', completed, lines),
    figure('issued', issued, list),
    figure('waiting', waitingIds.length, lines),
    figure('obstructed', obstacles.length, `#obstacles-${family}`),
  ]
}

function formOf(
  t: Translate,
  { head, today }: SourceView,
  { family, waitingIds, obstacles, mayIssue }: FamilyView,
  values: Values,
  errors: Errors,
): Form | undefined {
  const count = waitingIds.length - obstacles.length
  if (!mayIssue || !head.settledOn || count <= 0) return undefined
  const mine = values['family'] === family
  return {
    action: sourcePlaces[head.kind].certificates(head.id),
    hidden: { family },
    submit: t('certificateBatches.issue', { count }),
    sections: [
      {
        fields: fill(
          [
            {
              name: 'issuedOn',
              label: t('certificateBatches.issuedOn'),
              kind: 'date',
              hint: t('certificateBatches.issuedOnHint', { from: formatDay(head.settledOn, t.lang) }),
              value: today,
            },
          ],
          mine ? values : {},
          mine ? errors : {},
        ).map((field) => ({ ...field, id: mine ? field.id : `${field.id}-${family}` })),
      },
    ],
  }
}

function sentenceOf(
  t: Translate,
  { head }: SourceView,
  { family, main, completed, waitingIds, mayIssue, body }: FamilyView,
): string {
  if (!head.settledOn) return ''
  const won = family === 'award'
  if (completed === 0) return t(won ? 'certificateBatches.nobodyWon' : 'certificateBatches.nobodyCompleted')
  if (waitingIds.length === 0) return t(won ? 'certificateBatches.allAwarded' : 'certificateBatches.allIssued')
  if (family === 'level' && !body) return t('certificateBatches.noBody')
  if (mayIssue) return main ? '' : t('certificateBatches.besideLevel')
  return family === 'level'
    ? t('certificateBatches.byBody', { name: body ?? '' })
    : t('certificateBatches.byInstitution')
}

const numberCell = (value: number, href?: string): Cell => ({
  text: String(value),
  n: true,
  ...(href && value > 0 && { href }),
})

function batchTable(t: Translate, batches: readonly BatchRow[]): Table {
  const columns = [
    ['startedAt', false],
    ['batch', false],
    ['requested', true],
    ['made', true],
    ['refused', true],
    ['by', false],
    ['state', false],
  ] as const
  return {
    caption: t('certificateBatches.batches'),
    columns: columns.map(([key, n]) => ({ label: t(`certificateBatches.${key}`), n })),
    rows: batches.map((batch) => {
      const href = paths.certificates.batch(String(batch._id))
      return {
        cells: [
          { text: formatInstant(batch.createdAt), href, num: true },
          { text: t(`certificates.${batch.family}`), sub: formatDay(batch.issuedOn, t.lang) },
          numberCell(batch.total),
          numberCell(batch.counts.issued, withQuery(paths.certificates.list(), { batch: String(batch._id) })),
          numberCell(batch.counts.refused, href),
          { text: batch.requestedByName },
          { tag: tagOf(t, batch) },
        ],
      }
    }),
  }
}

/** How many completed, have a certificate, wait for one or cannot have one yet; one button for those who can. */
export function sourceCertificatesPage(
  t: Translate,
  view: SourceView,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const { head, families, batches, actor, opensPeople } = view
  return {
    layout: 'staff',
    title: t('certificateBatches.title'),
    meta: head.title,
    tabs: sourcePlaces[head.kind].tabs(t, head, actor),
    lead: t(
      `certificateBatches.${!head.settledOn ? 'leadOpen' : families.some(({ family }) => family === 'award') ? 'leadAwards' : 'leadClosed'}`,
    ),
    problems: problemsOf(errors),
    crumbs: [...sourceCrumbs(t, head), { text: t('certificateBatches.title'), href: '' }],
    sections: families.map((family) => ({
      id: family.family,
      main: family.main,
      title: t(`certificateBatches.${family.family}Section`),
      figures: figuresOf(t, view, family),
      sentence: sentenceOf(t, view, family),
      form: formOf(t, view, family, values, errors),
      ...(family.obstacles.length > 0 && {
        obstacles: refusalTable(t, family.obstacles, opensPeople, t('certificateBatches.obstacles')),
      }),
    })),
    ...(batches.length > 0 && { batches: batchTable(t, batches) }),
  }
}
