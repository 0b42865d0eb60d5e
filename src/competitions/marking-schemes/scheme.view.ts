import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Action } from '../../web/link-models.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import type { EventRecord } from '../events/event.model.js'
import { eventCrumbs, eventTabs } from '../events/event-tabs.view.js'
import { measuredText } from '../judging/measure.rules.js'
import type { AspectRecord, MarkingSchemeRecord } from './marking-scheme.model.js'
import { schemeColumns } from './scheme-columns.data.js'

const full = (hundredths: number): string => (hundredths / 100).toFixed(2)

/** How an aspect is marked: its bands, or what each step looks like. */
function howOf(t: Translate, { type, benchmarks, bands, spec, unit }: AspectRecord): string {
  if (type === 'judgement') return (benchmarks ?? []).map((text, step) => `${step} ${text}`).join('；')
  const steps = (bands ?? []).map(({ upTo, marks }) =>
    typeof upTo === 'number'
      ? t('schemes.upTo', { value: `${measuredText(upTo, unit ?? undefined)}${unit ?? ''}`, marks: full(marks) })
      : t('schemes.rest', { marks: full(marks) }),
  )
  return [spec, steps.length > 0 ? steps.join('；') : t('schemes.met')].filter(Boolean).join('：')
}

const cellsOf = (t: Translate, aspect: AspectRecord): Cell[] => [
  { text: aspect.code, num: true, sub: aspect.module },
  { text: aspect.text, sub: [aspect.criterionTitle, aspect.subTitle].join(' · '), full: true },
  { text: t(`schemes.type-${aspect.type}`) },
  { text: howOf(t, aspect), full: true },
  { text: full(aspect.max), n: true },
]

export const aspectsTable = (t: Translate, aspects: readonly AspectRecord[]): Table => ({
  caption: t('schemes.aspects'),
  columns: [
    { label: t('schemes.code') },
    { label: t('schemes.aspect') },
    { label: t('schemes.type') },
    { label: t('schemes.how') },
    { label: t('schemes.max'), n: true },
  ],
  rows: aspects.map((aspect) => ({ cells: cellsOf(t, aspect) })),
})
const countText = (t: Translate, aspects: readonly AspectRecord[]): string =>
  t('schemes.aspectCount', { count: aspects.length, sum: full(aspects.reduce((sum, { max }) => sum + max, 0)) })

const uploadForm = (t: Translate, eventId: string, errors: Errors): Form => ({
  action: paths.events.scheme(eventId),
  multipart: true,
  submit: t('schemes.upload'),
  sections: [
    {
      fields: fill(
        [{ name: 'file', label: t('schemes.file'), kind: 'file', accept: '.xlsx,.csv', hint: t('schemes.fileHint') }],
        {},
        errors,
      ),
    },
  ],
})

export interface SchemeShown {
  event: EventRecord
  scheme: MarkingSchemeRecord | null
  history: readonly MarkingSchemeRecord[]
  mayLoad: boolean
  reader: Actor
}

export function schemePage(
  t: Translate,
  { event, scheme, history, mayLoad, reader }: SchemeShown,
  errors: Errors = {},
): BlocksPage {
  const id = String(event._id)
  const template: Action = {
    text: t('schemes.template'),
    href: paths.events.schemeTemplate(id),
    style: 'outline',
    icon: 'download',
  }
  const blocks: Block[] = [
    scheme
      ? {
          title: t('schemes.version', { version: scheme.version }),
          text: [
            countText(t, scheme.aspects),
            scheme.frozenAt ? t('schemes.frozenAt', { at: formatInstant(scheme.frozenAt) }) : '',
          ]
            .filter(Boolean)
            .join(' · '),
          table: aspectsTable(t, scheme.aspects),
        }
      : { empty: { title: t('schemes.none'), text: t('schemes.noneText') } },
    ...(mayLoad ? [{ title: t('schemes.upload'), form: uploadForm(t, id, errors) }] : []),
    ...(history.length > 1
      ? [
          {
            title: t('schemes.history'),
            rows: history.map((one) => ({
              text: `${t('schemes.version', { version: one.version })} · ${one.fileName}`,
              sub: one.confirmedByName ?? '',
              right: one.confirmedAt ? formatInstant(one.confirmedAt) : '',
              href: paths.schemes.show(String(one._id)),
            })),
          },
        ]
      : []),
  ]
  return {
    layout: 'staff',
    title: event.title,
    meta: t('schemes.title'),
    lead: t('schemes.lead'),
    crumbs: eventCrumbs(t, event, t('schemes.title')),
    actions: mayLoad ? [template] : [],
    problems: problemsOf(errors),
    ...eventTabs(t, id, 'scheme', reader),
    blocks,
  }
}

const headerOf = (t: Translate, key: string | null | undefined): string =>
  schemeColumns.find((column) => column.key === key)?.header ?? t('schemes.wholeFile')
type Fault = MarkingSchemeRecord['faults'][number]
const faultText = (t: Translate, { reason, params }: Fault): string =>
  t(`schemes.fault-${reason}`, (params ?? {}) as Record<string, string>)
export const reasonsOf = (t: Translate, faults: readonly Fault[]): string =>
  faults.map((fault) => `${headerOf(t, fault.column)}：${faultText(t, fault)}`).join('；')

/** The uploaded file before anybody marks by it. */
export function schemePreviewPage(
  t: Translate,
  event: EventRecord,
  scheme: MarkingSchemeRecord,
  nextVersion: number,
): BlocksPage {
  const id = String(scheme._id)
  const rows = [...new Set(scheme.faults.map(({ row }) => row))]
  const faults: Table = {
    caption: t('schemes.faultsTitle'),
    columns: [{ label: t('schemes.line') }, { label: t('schemes.toCorrect') }],
    rows: rows.map((row) => ({
      cells: [
        { text: row === 0 ? '—' : String(row), num: true },
        {
          rowErrors: scheme.faults
            .filter((fault) => fault.row === row)
            .map((fault) => ({ column: headerOf(t, fault.column), text: faultText(t, fault) })),
        },
      ],
    })),
  }
  const again: Action = { text: t('schemes.again'), href: paths.events.scheme(scheme.eventId), style: 'outline' }
  const faulty = scheme.faults.length > 0
  const actions: Action[] =
    scheme.state === 'preview'
      ? [{ text: t('schemes.confirm'), href: paths.schemes.confirm(id), post: true, style: 'primary' }, again]
      : faulty
        ? [
            ...(scheme.typed.length > 0
              ? [
                  {
                    text: t('schemes.faults'),
                    href: paths.schemes.faults(id),
                    style: 'outline' as const,
                    icon: 'download',
                  },
                ]
              : []),
            again,
          ]
        : []
  return {
    layout: 'staff',
    title: t('schemes.preview'),
    meta: scheme.fileName,
    crumbs: eventCrumbs(t, event, t('schemes.title')),
    actions,
    blocks: [
      {
        note: faulty
          ? { kind: 'void', text: t('schemes.faultyText', { count: scheme.faults.length }) }
          : scheme.state === 'preview'
            ? { kind: 'wait', text: t('schemes.previewText', { version: nextVersion }) }
            : { text: t('schemes.version', { version: scheme.version }) },
        ...(faulty && { table: faults }),
      },
      ...(scheme.aspects.length > 0
        ? [{ title: t('schemes.aspects'), text: countText(t, scheme.aspects), table: aspectsTable(t, scheme.aspects) }]
        : []),
    ],
  }
}
