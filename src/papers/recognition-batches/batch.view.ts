import type { WaitingFile } from '../../infra/sheets/staged-file.js'
import { goOnWith } from '../../web/staged-files.js'
import { paths, withQuery } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Figure } from '../../web/figure-models.js'
import type { Form } from '../../web/form-models.js'
import type { Action, TagKind } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import { batchColumns } from './batch-columns.data.js'
import type { BatchRowRecord, RecognitionBatchRecord } from './batch.model.js'

const kinds: Record<RecognitionBatchRecord['state'], TagKind> = { preview: 'wait', confirmed: 'run', done: 'good' }
const crumbs = (t: Translate, text: string) => [
  { text: t('recognitions.title'), href: paths.recognitions.list() },
  { text, href: '' },
]

export const uploadPage = (
  t: Translate,
  values: Values = {},
  errors: Errors = {},
  waiting: readonly WaitingFile[] = [],
): Page & { form: Form } => ({
  layout: 'staff',
  width: 'form',
  title: t('recognitionBatches.title'),
  lead: t('recognitionBatches.lead'),
  crumbs: crumbs(t, t('recognitionBatches.title')),
  problems: problemsOf(errors),
  actions: [
    {
      text: t('recognitionBatches.template'),
      href: paths.recognitionBatches.template(),
      style: 'outline',
      icon: 'download',
    },
    ...goOnWith(t, waiting, paths.recognitionBatches.show),
  ],
  form: {
    action: paths.recognitionBatches.create(),
    multipart: true,
    submit: t('recognitionBatches.upload'),
    back: { text: t('recognitionBatches.back'), href: paths.recognitions.list() },
    sections: [
      {
        fields: fill(
          [
            {
              name: 'file',
              label: t('recognitionBatches.file'),
              kind: 'file',
              accept: '.xlsx,.csv',
              hint: t('recognitionBatches.fileHint'),
            },
            { name: 'agreed', label: t('recognitionBatches.agreed'), kind: 'checkbox' },
          ],
          values,
          errors,
        ),
      },
    ],
  },
})

const headerOf = (key: string | null | undefined): string =>
  batchColumns.find((column) => column.key === key)?.header ?? ''
const ownFaults = new Set([
  'region-unknown',
  'county-unknown',
  'phone-wrong',
  'occupation-unknown',
  'level-not-in-standard',
  'duplicate',
  'name-differs',
])
/** Faults that registers have too are said in that room's words. */
const faultText = (t: Translate, { code, text }: { code?: string | null; text?: string | null }): string =>
  t(`${ownFaults.has(code ?? '') ? 'recognitionBatches' : 'sourceRegisters'}.fault-${code}`, { text: text ?? '' })
export const reasonsOf = (t: Translate, { faults }: BatchRowRecord): string =>
  (faults ?? []).map((fault) => `${headerOf(fault.column)}：${faultText(t, fault)}`).join('；')

function tableOf(t: Translate, rows: readonly BatchRowRecord[], faulty: boolean): Table {
  const keys = ['line', 'name', 'idNumber', ...(faulty ? ['toCorrect'] : [])]
  return {
    caption: t(faulty ? 'recognitionBatches.faultsTitle' : 'recognitionBatches.goodTitle'),
    columns: keys.map((key) => ({ label: t(`recognitionBatches.${key}`) })),
    rows: rows.map((row) => ({
      cells: [
        { text: String(row.line), num: true },
        { text: row.name ?? '—', ...(row.caseId && { href: paths.recognitions.show(row.caseId) }) },
        { text: row.idMasked ?? '', num: true },
        ...(faulty
          ? [
              {
                rowErrors: (row.faults ?? []).map((fault) => ({
                  column: headerOf(fault.column),
                  text: faultText(t, fault),
                })),
              },
            ]
          : []),
      ],
    })),
  }
}

export interface BatchShown {
  batch: RecognitionBatchRecord
  good: readonly BatchRowRecord[]
  faulty: readonly BatchRowRecord[]
  written: number
  refused: number
}

export function batchPage(
  t: Translate,
  { batch, good, faulty, written, refused }: BatchShown,
): Page & Record<string, unknown> {
  const id = String(batch._id)
  const figure = (key: string, count: number, href: string): Figure => ({
    label: t(`recognitionBatches.${key}`),
    value: String(count),
    unit: t('recognitionBatches.lines'),
    href,
  })
  const preview = batch.state === 'preview'
  const note: Note | undefined = preview
    ? {
        text: t('recognitionBatches.nothingWritten'),
        ...(batch.faults > 0 && { more: t('recognitionBatches.skipped', { count: batch.faults }) }),
      }
    : undefined
  const acts: Action[] = [
    ...(preview && batch.good > 0
      ? [
          {
            text: t('recognitionBatches.confirm', { count: batch.good }),
            href: paths.recognitionBatches.confirm(id),
            style: 'primary' as const,
            post: true,
          },
        ]
      : []),
    ...(preview
      ? [{ text: t('recognitionBatches.again'), href: paths.recognitionBatches.create(), style: 'outline' as const }]
      : [
          {
            text: t('recognitionBatches.seeCases'),
            href: withQuery(paths.recognitions.list(), { batch: id }),
            style: 'primary' as const,
          },
        ]),
    ...(faulty.length > 0
      ? [
          {
            text: t('recognitionBatches.downloadFaults'),
            href: paths.recognitionBatches.faults(id),
            style: 'outline' as const,
            icon: 'download',
          },
        ]
      : []),
  ]
  return {
    layout: 'staff',
    title: batch.fileName,
    tag: { kind: kinds[batch.state], text: t(`recognitionBatches.state-${batch.state}`) },
    crumbs: crumbs(t, batch.fileName),
    note,
    acts,
    figures: preview
      ? [figure('good', batch.good, '#good'), figure('faults', batch.faults, '#faults')]
      : [
          figure('written', written, withQuery(paths.recognitions.list(), { batch: id })),
          figure('refused', refused, '#faults'),
          figure('faults', batch.faults, '#faults'),
        ],
    ...(faulty.length > 0 && { faulty: tableOf(t, faulty, true) }),
    ...(good.length > 0 && { good: tableOf(t, good, false) }),
  }
}
