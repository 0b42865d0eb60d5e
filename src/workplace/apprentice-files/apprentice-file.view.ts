import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { Block, BlocksPage } from '../../web/page-models.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { classCrumbs } from '../apprenticeships/class-tabs.view.js'
import { apprenticeColumns } from './apprentice-columns.data.js'
import type { ApprenticeFileRecord } from './apprentice-file.model.js'
import type { ApprenticeLine, ApprenticeTexts } from './apprentice-row.rules.js'

const headerOf = new Map<string, string>(apprenticeColumns.map(({ key, header }) => [key, header]))
export interface ReturnedLine {
  line: number
  texts: ApprenticeTexts
  reasons: { column: string; text: string }[]
}

/** Every line that goes back: those with faults, and those that were refused when they were written. */
export function returnedLines(
  t: Translate,
  { refused }: Pick<ApprenticeFileRecord, 'refused'>,
  lines: readonly ApprenticeLine[],
): ReturnedLine[] {
  return lines.flatMap(({ line, texts, faults }) => {
    const late = refused.find((one) => one.part === line)
    const reasons = [
      ...faults.map(({ column, code, params }) => ({ column: headerOf.get(column)!, text: t(code, params) })),
      ...(late
        ? [
            {
              column: t('apprenticeFiles.refused'),
              text: t(late.code, (late.params ?? {}) as Record<string, string>),
            },
          ]
        : []),
    ]
    return reasons.length > 0 ? [{ line, texts, reasons }] : []
  })
}

/** What a file has done: people of it who were in the class before are named for themselves. */
export function doneText(
  t: Translate,
  { written, refused }: Pick<ApprenticeFileRecord, 'written' | 'refused'>,
  entered: number,
): string {
  const known = written.length - entered
  return t(known > 0 ? 'apprenticeFiles.doneKnown' : 'apprenticeFiles.done', {
    count: entered,
    known,
    refused: refused.length,
  })
}

export function apprenticeFilePage(
  t: Translate,
  {
    file,
    one,
    lines,
    returned,
    entered,
  }: {
    file: ApprenticeFileRecord
    one: ApprenticeshipRecord
    lines: readonly ApprenticeLine[]
    returned: readonly ReturnedLine[]
    /** people whom the file has brought into the class */ entered: number
  },
): BlocksPage {
  const good = lines.filter(({ line, given }) => given && !returned.some((other) => other.line === line))
  const blocks: Block[] = [
    {
      note:
        file.state === 'preview'
          ? { text: t('apprenticeFiles.nothingWritten') }
          : file.state === 'withdrawn'
            ? { kind: 'void', text: t('apprenticeFiles.withdrawnNote') }
            : { kind: 'good', text: doneText(t, file, entered) },
    },
  ]
  if (returned.length > 0)
    blocks.push({
      title: t('apprenticeFiles.faults'),
      table: {
        caption: t('apprenticeFiles.toCorrect'),
        columns: ['line', 'name', 'toCorrect'].map((key) => ({ label: t(`apprenticeFiles.${key}`) })),
        rows: returned.map(({ line, texts, reasons }) => ({
          cells: [{ text: t('frame.rowOf', { line }), num: true }, { text: texts.name ?? '—' }, { rowErrors: reasons }],
        })),
      },
    })
  if (good.length > 0)
    blocks.push({
      title: t('apprenticeFiles.good'),
      table: {
        caption: t('apprenticeFiles.good'),
        columns: ['line', 'name', 'contracts'].map((key) => ({ label: t(`apprenticeFiles.${key}`) })),
        rows: good.map(({ line, texts, given }) => ({
          cells: [
            { text: t('frame.rowOf', { line }), num: true },
            { text: texts.name ?? '', sub: texts.post ?? '' },
            { text: extrasOf(t, given!, texts.mentor) },
          ],
        })),
      },
    })
  return {
    layout: 'staff',
    title: t('apprenticeFiles.preview'),
    meta: file.fileName,
    tag: {
      kind: file.state === 'preview' ? 'wait' : file.state === 'done' ? 'good' : 'neutral',
      text: t(`apprenticeFiles.state-${file.state}`),
    },
    crumbs: classCrumbs(t, one, t('apprenticeFiles.preview')),
    actions: actionsOf(t, file, returned.length > 0),
    blocks,
  }
}

const extrasOf = (
  t: Translate,
  { labour, training }: NonNullable<ApprenticeLine['given']>,
  mentor: string | undefined,
): string =>
  [labour && t('contracts.kind-labour'), training && t('contracts.kind-training'), mentor].filter(Boolean).join('、') ||
  t('apprenticeFiles.noContracts')

function actionsOf(t: Translate, file: ApprenticeFileRecord, faulty: boolean): Action[] {
  const id = String(file._id)
  const preview = file.state === 'preview'
  return [
    ...(preview && file.good > 0
      ? [
          {
            text: t('apprenticeFiles.confirm', { count: file.good }),
            href: paths.apprentices.confirmFile(id),
            post: true,
            style: 'primary' as const,
          },
        ]
      : []),
    preview
      ? { text: t('apprenticeFiles.again'), href: paths.apprentices.upload(file.classId), style: 'outline' }
      : { text: t('apprenticeFiles.back'), href: paths.apprentices.ofClass(file.classId), style: 'primary' },
    ...(faulty
      ? [
          {
            text: t('apprenticeFiles.downloadFaults'),
            href: paths.apprentices.fileFaults(id),
            style: 'outline' as const,
            icon: 'download',
          },
        ]
      : []),
    ...(file.state === 'done' && file.written.length > 0
      ? [
          {
            text: t('apprenticeFiles.withdraw'),
            href: paths.apprentices.withdrawFile(id),
            post: true,
            style: 'outline-danger' as const,
          },
        ]
      : []),
  ]
}
