import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Errors } from '../../web/form.js'
import type { Action, Link } from '../../web/link-models.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { WaitingFile } from '../../infra/sheets/staged-file.js'
import { goOnWith, sheetUploadPage } from '../../web/staged-files.js'
import type { Table } from '../../web/table-models.js'
import type { EventRecord } from '../events/event.model.js'
import { entryColumns } from './entry-columns.data.js'
import type { EntryFileRecord } from './entry-file.model.js'
import type { EntryLine, EntryTeam } from './entry-row.rules.js'

const crumbs = (t: Translate, event: EventRecord, last: string): Link[] => [
  { text: t('competitions.publicTitle'), href: paths.openCompetitions.list() },
  { text: event.title, href: paths.openCompetitions.show(event.competitionId) },
  { text: last, href: '' },
]

export function entryUploadPage(
  t: Translate,
  event: EventRecord,
  errors: Errors = {},
  waiting: readonly WaitingFile[] = [],
) {
  const id = String(event._id)
  const title = t('entryFiles.title', { title: event.title })
  const place = {
    title,
    crumbs: crumbs(t, event, title),
    templateHref: paths.entries.template(id),
    action: paths.entries.upload(id),
    backHref: paths.entries.create(id),
    goOn: goOnWith(t, waiting, paths.entries.preview),
  }
  return sheetUploadPage(t, 'entryFiles', place, errors)
}

const headerOf = (key: string): string => entryColumns.find((column) => column.key === key)?.header ?? ''
export interface Returned {
  line: number
  texts: EntryLine['texts']
  reasons: { column: string; text: string }[]
}

/** Every line that goes back: those with faults, and those of teams that were refused when they were entered. */
export function returnedLines(
  t: Translate,
  { refused }: EntryFileRecord,
  { lines, teams }: { lines: readonly EntryLine[]; teams: readonly EntryTeam[] },
): Returned[] {
  const faulty = lines
    .filter(({ faults }) => faults.length > 0)
    .map(({ line, texts, faults }) => ({
      line,
      texts,
      reasons: faults.map(({ column, code, params }) => ({
        column: headerOf(column),
        text: t(`entryFiles.fault-${code}`, params),
      })),
    }))
  const late = refused.flatMap(({ part: team, code, params }) =>
    (teams[team]?.lines ?? []).map((line) => ({
      line,
      texts: lines.find((one) => one.line === line)!.texts,
      reasons: [{ column: t('entryFiles.refused'), text: t(code, (params ?? {}) as Record<string, string>) }],
    })),
  )
  return [...faulty, ...late].sort((a, b) => a.line - b.line)
}

export function entryFilePage(
  t: Translate,
  {
    file,
    event,
    returned,
    teams,
  }: { file: EntryFileRecord; event: EventRecord; returned: readonly Returned[]; teams: readonly EntryTeam[] },
): BlocksPage {
  const id = String(file._id)
  const preview = file.state === 'preview'
  const table: Table = {
    caption: t('entryFiles.toCorrect'),
    columns: [{ label: t('entryFiles.line') }, { label: t('entries.name') }, { label: t('entryFiles.toCorrect') }],
    rows: returned.map(({ line, texts, reasons }) => ({
      cells: [{ text: t('frame.rowOf', { line }), num: true }, { text: texts.name ?? '—' }, { rowErrors: reasons }],
    })),
  }
  const good: Table = {
    caption: t('entryFiles.good'),
    columns: [{ label: t('entryFiles.line') }, { label: t('entries.contestants') }],
    rows: teams.map(({ teamName, lines, members }) => ({
      cells: [
        { text: lines.join('、'), num: true },
        {
          text: teamName ?? members.map(({ name }) => name).join('、'),
          ...(teamName && { sub: members.map(({ name }) => name).join('、') }),
        },
      ],
    })),
  }
  const actions: Action[] = [
    ...(preview && file.good > 0
      ? [
          {
            text: t('entryFiles.confirm', { count: file.good }),
            href: paths.entries.confirm(id),
            post: true,
            style: 'primary' as const,
          },
        ]
      : []),
    ...(preview
      ? [{ text: t('entryFiles.again'), href: paths.entries.upload(file.eventId), style: 'outline' as const }]
      : [{ text: t('entries.title'), href: paths.entries.list(), style: 'primary' as const }]),
    ...(returned.length > 0
      ? [
          {
            text: t('entryFiles.downloadFaults'),
            href: paths.entries.faults(id),
            style: 'outline' as const,
            icon: 'download',
          },
        ]
      : []),
  ]
  const blocks: Block[] = [
    {
      note: preview
        ? { text: t('entryFiles.nothingWritten') }
        : { kind: 'good', text: t('entryFiles.done', { count: file.written.length, refused: file.refused.length }) },
    },
    ...(returned.length > 0 ? [{ title: t('entryFiles.faults'), table }] : []),
    ...(teams.length > 0 ? [{ title: t('entryFiles.good'), table: good }] : []),
  ]
  return {
    layout: 'staff',
    title: t('entryFiles.preview'),
    meta: file.fileName,
    tag: { kind: preview ? 'wait' : 'good', text: t(`entryFiles.state-${file.state}`) },
    crumbs: crumbs(t, event, t('entryFiles.preview')),
    actions,
    blocks,
  }
}
