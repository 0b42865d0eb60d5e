import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Figure } from '../../web/figure-models.js'
import type { Action, Tag, TagKind } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Moment, Note } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import { registryColumns } from './registry-columns.data.js'
import type { RegisterState, SourceKeyRecord, SourceRegisterRecord } from './source-register.model.js'

const registerKinds: Record<RegisterState, TagKind> = {
  preview: 'wait',
  confirmed: 'run',
  done: 'good',
  discarded: 'neutral',
}
const keyKinds: Record<SourceKeyRecord['state'], TagKind> = { proposed: 'wait', active: 'good', retired: 'neutral' }
const registerTag = (t: Translate, { state }: Pick<SourceRegisterRecord, 'state'>): Tag => ({
  kind: registerKinds[state],
  text: t(`sourceRegisters.state-${state}`),
})
/** A fingerprint as two people read it to each other. */
const spoken = (id: string): string => id.slice(0, 32).match(/.{4}/g)!.join(' ')

function keyTable(t: Translate, keys: readonly SourceKeyRecord[], actor: Actor): Table {
  const acts = (key: SourceKeyRecord): Action[] => {
    const id = String(key._id)
    if (!may(actor, 'source-key.manage')) return []
    return [
      ...(key.state === 'proposed' && key.proposedById !== actor.id
        ? [{ text: t('sourceRegisters.activate'), href: paths.sourceRegisters.activateKey(id), post: true }]
        : []),
      ...(key.state !== 'retired'
        ? [{ text: t('sourceRegisters.retire'), href: paths.sourceRegisters.retireKey(id), post: true }]
        : []),
    ]
  }
  return {
    caption: t('sourceRegisters.keys'),
    plain: true,
    columns: ['senderName', 'algorithm', 'fingerprint', 'state', 'act'].map((key) => ({
      label: t(`sourceRegisters.${key}`),
    })),
    rows: keys.map((key) => ({
      cells: [
        { text: key.sender, sub: regionName(key.region, t.lang) },
        { text: key.algorithm },
        { text: spoken(String(key._id)), full: true },
        { tag: { kind: keyKinds[key.state], text: t(`sourceRegisters.key-${key.state}`) } },
        { actions: acts(key) },
      ],
    })),
  }
}

const registerTable = (t: Translate, rows: readonly SourceRegisterRecord[]): Table => ({
  caption: t('sourceRegisters.files'),
  columns: [
    { label: t('sourceRegisters.file') },
    { label: t('sourceRegisters.asOf') },
    { label: t('sourceRegisters.linesLabel'), n: true },
    { label: t('sourceRegisters.ended'), n: true },
    { label: t('sourceRegisters.state') },
  ],
  rows: rows.map((row) => ({
    cells: [
      { text: row.fileName, href: paths.sourceRegisters.show(String(row._id)), sub: row.sender },
      { text: row.asOf, num: true },
      { text: String(row.counts?.lines ?? 0), n: true },
      { text: String(row.counts?.ended ?? 0), n: true },
      { tag: registerTag(t, row) },
    ],
  })),
})

export function registerListPage(
  t: Translate,
  {
    rows,
    keys,
    actor,
    total,
  }: { rows: readonly SourceRegisterRecord[]; keys: readonly SourceKeyRecord[]; actor: Actor; total: number },
): Page & Record<string, unknown> {
  const receive: Action = {
    text: t('sourceRegisters.receive'),
    href: paths.sourceRegisters.receive(),
    style: 'primary',
  }
  return {
    layout: 'staff',
    title: t('sourceRegisters.title'),
    meta: t('sourceRegisters.total', { count: total }),
    lead: t('sourceRegisters.lead'),
    actions: may(actor, 'source-register.import') && keys.some(({ state }) => state === 'active') ? [receive] : [],
    list:
      rows.length > 0
        ? { table: registerTable(t, rows) }
        : { empty: { title: t('sourceRegisters.none'), text: t('sourceRegisters.noneText') } },
    ...(keys.length > 0 && { keys: keyTable(t, keys, actor) }),
    ...(may(actor, 'source-key.manage') && {
      newKey: { text: t('sourceRegisters.newKey'), href: paths.sourceRegisters.newKey() },
    }),
  }
}

export const crumbs = (t: Translate, text: string) => [
  { text: t('sourceRegisters.title'), href: paths.sourceRegisters.list() },
  { text, href: '' },
]

type Fault = { line?: number | null } & Partial<Record<'column' | 'code' | 'text', string | null>>
const headerOf = (key: string | null | undefined): string =>
  registryColumns.find((column) => column.key === key)?.header ?? ''
const faultText = (t: Translate, { code, text }: Fault): string =>
  t(`sourceRegisters.fault-${code}`, { text: text ?? '' })

/** Where no line is good there is no page to list the faults on: the first one goes with the refusal. */
export const firstFaultOf = (t: Translate, fault: Fault): string =>
  fault.line
    ? t('sourceRegisters.firstFault', { line: fault.line, column: headerOf(fault.column), fault: faultText(t, fault) })
    : ''

const faultTable = (t: Translate, faults: readonly Fault[]): Table => ({
  caption: t('sourceRegisters.faultsTitle'),
  columns: ['line', 'column', 'fault'].map((key) => ({ label: t(`sourceRegisters.${key}`) })),
  rows: faults.map((fault) => ({
    cells: [
      { text: String(fault.line ?? ''), num: true },
      { text: headerOf(fault.column) },
      { text: faultText(t, fault), full: true },
    ],
  })),
})

export function registerPage(
  t: Translate,
  register: SourceRegisterRecord,
  actor: Actor,
): Page & Record<string, unknown> {
  const id = String(register._id)
  const { lines = 0, valid = 0, ended = 0, faults = 0 } = (register.counts ?? {}) as Record<string, number>
  const deciding = register.state === 'preview' && may(actor, 'source-register.import')
  const figure = (key: string, count: number): Figure => ({
    label: t(`sourceRegisters.${key}`),
    value: String(count),
    unit: t('sourceRegisters.lines'),
    href: key === 'faults' ? '#faults' : '#facts',
  })
  const note: Note | undefined =
    register.state === 'preview'
      ? {
          text: t('sourceRegisters.nothingWritten'),
          ...(faults > 0 && { more: t('sourceRegisters.skipped', { count: faults }) }),
        }
      : undefined
  const acts: Action[] = deciding
    ? [
        {
          text: t('sourceRegisters.confirm', { count: valid + ended }),
          href: paths.sourceRegisters.confirm(id),
          style: 'primary',
          post: true,
        },
        { text: t('sourceRegisters.discard'), href: paths.sourceRegisters.discard(id), style: 'outline', post: true },
      ]
    : []
  return {
    layout: 'staff',
    title: register.fileName,
    tag: registerTag(t, register),
    meta: `${register.sender} · ${register.asOf}`,
    crumbs: crumbs(t, register.fileName),
    note,
    acts,
    figures: [figure('linesLabel', lines), figure('valid', valid), figure('ended', ended), figure('faults', faults)],
    facts: [
      { label: t('sourceRegisters.sender'), value: register.sender },
      { label: t('sourceRegisters.region'), value: regionName(register.region, t.lang) },
      { label: t('sourceRegisters.asOf'), value: register.asOf, num: true },
      { label: t('sourceRegisters.sha'), value: spoken(id), num: true },
      { label: t('sourceRegisters.signedBy'), value: spoken(register.keyId), num: true },
    ],
    ...((register.faults ?? []).length > 0 && { faults: faultTable(t, register.faults!) }),
    moments: [...(register.timeline ?? [])].reverse().map(({ act, at, byName }, i): Moment => ({
      text: t(`sourceRegisters.act-${act}`),
      at: formatInstant(at),
      atIso: at.toISOString(),
      by: byName,
      now: i === 0,
    })),
  }
}
