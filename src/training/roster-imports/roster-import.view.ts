import { paths, withQuery } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { figure } from '../../shared/figures.js'
import type { PageOf } from '../../shared/paging.js'
import type { Translate } from '../../shared/words.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { rosterCrumbs } from '../enrolments/enrolment.view.js'
import { listed } from '../enrolments/listing.view.js'
import { rosterOutcomes, type RosterOutcome } from '../roster-files/roster-change.rules.js'
import type { Figure } from '../../web/figure-models.js'
import type { Action, Tag, TagKind } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note, Step } from '../../web/story-models.js'
import type { RosterImportRecord, RosterImportState, RosterRowRecord } from './roster-import.model.js'
import { countOf, sectionsOf, type SectionModel } from './roster-section.view.js'

/** `only` is the one list that was asked for; without it the check shows faults, warnings and changes. */
export interface ImportData {
  record: RosterImportRecord
  run: CourseRunRecord
  only?: RosterOutcome
  page: PageOf
  lines: Partial<Record<RosterOutcome, readonly RosterRowRecord[]>>
  warned: readonly RosterRowRecord[]
  room: number
  mayWithdraw: boolean
}

const tagKinds: Record<RosterImportState, TagKind> = {
  preview: 'wait',
  confirmed: 'run',
  done: 'good',
  failed: 'back',
  withdrawn: 'neutral',
}

export const importTag = (t: Translate, state: RosterImportState): Tag => ({
  kind: tagKinds[state],
  text: t(`rosterImports.state-${state}`),
})

const stepNames = ['step1', 'step2', 'step3', 'step4'] as const

export const importSteps = (t: Translate, now: number, links: readonly (string | undefined)[] = []): Step[] =>
  stepNames.map((name, index) => ({
    text: t(`rosterImports.${name}`),
    state: index < now ? 'done' : index === now ? 'now' : 'next',
    ...(links[index] && { href: links[index] }),
  }))

/** The check before writing, and afterwards what was written (look.md 5.5). */
export function importPage(
  t: Translate,
  data: ImportData,
): Page & {
  steps: Step[]
  file: { before: string; name: string; after: string }
  notes: Note[]
  figures: Figure[]
  sections: SectionModel[]
  acts: Action[]
} {
  const { record, run } = data
  const before = record.state === 'preview'
  return {
    layout: 'staff',
    title: t(before ? 'rosterImports.checkTitle' : 'rosterImports.resultTitle'),
    tag: importTag(t, record.state),
    crumbs: rosterCrumbs(t, run, t('rosterImports.import')),
    steps: importSteps(
      t,
      before ? 2 : 3,
      before ? [paths.imports.template(record.courseRunId), paths.imports.create(record.courseRunId)] : [],
    ),
    file: { before: t('rosterImports.fileBefore'), name: record.fileName, after: afterFile(t, record) },
    notes: notesOf(t, data),
    figures: figuresOf(t, record),
    sections: sectionsOf(t, data),
    acts: actsOf(t, data),
  }
}

const afterWords: Record<RosterImportState, string> = {
  preview: 'fileAfter',
  confirmed: 'fileAfterWriting',
  done: 'fileAfterDone',
  failed: 'fileAfterFailed',
  withdrawn: 'fileAfterWithdrawn',
}

const totalOf = ({ counts }: RosterImportRecord): number =>
  rosterOutcomes.reduce((sum, outcome) => sum + (counts?.[outcome] ?? 0), 0)

function afterFile(t: Translate, record: RosterImportRecord): string {
  const at = record.withdrawnAt ?? record.finishedAt
  return t(`rosterImports.${afterWords[record.state]}`, { count: totalOf(record), at: at ? formatInstant(at) : '' })
}

function figuresOf(t: Translate, record: RosterImportRecord): Figure[] {
  const tense = record.state === 'preview' || record.state === 'confirmed' ? 'Note' : 'Done'
  return rosterOutcomes.map((outcome) => ({
    label: t(`rosterImports.${outcome}`),
    value: figure(countOf(record, outcome)),
    unit: t('rosterImports.lines'),
    note: t(`rosterImports.${outcome}${tense}`),
    href: `${withQuery(paths.imports.show(String(record._id)), { show: outcome })}#${outcome}`,
  }))
}

function notesOf(t: Translate, { record, room, run, only }: ImportData): Note[] {
  if (only) return []
  const unused =
    (record.unused ?? []).length > 0
      ? [{ text: t('rosterImports.unused', { columns: listed(t, record.unused!) }) }]
      : []
  const wanted = countOf(record, 'new')
  if (record.state === 'confirmed')
    return [
      {
        text: t('rosterImports.writing'),
        actions: [{ text: t('rosterImports.toTask'), href: paths.tasks.show(record.taskId ?? ''), style: 'outline' }],
      },
    ]
  if (record.state === 'failed')
    return [
      {
        kind: 'wait',
        text: t('rosterImports.failedText', {
          reason: t(record.failure ?? 'errors.refused', { percent: '', until: '' }),
        }),
        more: t('rosterImports.failedMore'),
      },
    ]
  if (record.state !== 'preview') return []
  if (wanted > room)
    return [
      {
        kind: 'wait',
        text: t('rosterImports.over-capacity', { wanted, room: Math.max(room, 0), capacity: run.capacity }),
      },
      ...unused,
    ]
  if (countOf(record, 'fault') === totalOf(record))
    return [{ kind: 'wait', text: t('rosterImports.allBad'), more: t('rosterImports.allBadMore') }, ...unused]
  return unused
}

function actsOf(t: Translate, { record, room, only, mayWithdraw }: ImportData): Action[] {
  const id = String(record._id)
  const again: Action = {
    text: t('rosterImports.again'),
    href: paths.imports.create(record.courseRunId),
    style: 'outline',
    large: true,
  }
  if (only) return [{ text: t('rosterImports.backToCheck'), href: paths.imports.show(id), style: 'outline' }]
  if (record.state === 'preview') {
    const [good, faults] = [totalOf(record) - countOf(record, 'fault'), countOf(record, 'fault')]
    const text =
      faults > 0 ? t('rosterImports.confirmSkip', { count: good, faults }) : t('rosterImports.confirm', { count: good })
    return good === 0 || countOf(record, 'new') > room
      ? [again]
      : [{ text, href: paths.imports.confirm(id), post: true, style: 'primary', large: true }, again]
  }
  return [
    { text: t('rosterImports.toRoster'), href: paths.courseRuns.roster(record.courseRunId), style: 'primary' },
    ...(countOf(record, 'fault') > 0 ? [{ ...again, large: false }] : []),
    ...(mayWithdraw
      ? [{ text: t('rosterImports.withdraw'), href: paths.imports.withdraw(id), style: 'outline-danger' as const }]
      : []),
  ]
}
