import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Form } from '../../web/form-models.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note, Step } from '../../web/story-models.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { rosterCrumbs } from '../enrolments/enrolment.view.js'
import type { RosterImportRecord } from './roster-import.model.js'
import { importSteps } from './roster-import.view.js'

type UploadPage = Page & { steps: Step[]; note?: Note; form?: Form; template: Action[]; acts: Action[] }

/** Template and file on one page. `closed` says why this roster takes nobody any more. */
export function uploadPage(
  t: Translate,
  run: CourseRunRecord,
  { error, closed }: { error?: string; closed?: string } = {},
): UploadPage {
  const id = String(run._id)
  const back = { text: t('rosterImports.backToRoster'), href: paths.courseRuns.roster(id) }
  const page: UploadPage = {
    layout: 'staff',
    width: 'form',
    title: t('rosterImports.import'),
    crumbs: rosterCrumbs(t, run, t('rosterImports.import')),
    lead: run.title,
    steps: importSteps(t, 1, [paths.imports.template(id)]),
    problems: error ? [{ text: error, href: '#file' }] : [],
    template: [
      { text: t('rosterImports.template'), href: paths.imports.template(id), style: 'outline', icon: 'download' },
    ],
    acts: [{ ...back, style: 'outline' }],
  }
  if (closed) return { ...page, note: { kind: 'wait', text: closed } }
  const field = {
    name: 'file',
    id: 'file',
    label: t('rosterImports.file'),
    kind: 'file' as const,
    accept: '.xlsx,.csv',
    hint: t('rosterImports.fileHint'),
    ...(error && { error }),
  }
  return {
    ...page,
    form: {
      action: paths.imports.create(id),
      multipart: true,
      sections: [{ fields: [field] }],
      submit: t('rosterImports.upload'),
      back,
    },
  }
}

/** What a withdrawal of a whole import takes away, and what it leaves. */
export function withdrawPage(
  t: Translate,
  record: RosterImportRecord,
  run: CourseRunRecord,
  people: number,
): Page & { note: Note; form: Form } {
  const id = String(record._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t('rosterImports.withdrawTitle'),
    lead: `${record.fileName} · ${run.title}`,
    crumbs: rosterCrumbs(t, run, t('rosterImports.withdraw')),
    note: {
      kind: 'wait',
      text: t('rosterImports.withdrawText', { count: people }),
      items: [t('rosterImports.withdrawPeople'), t('rosterImports.withdrawOthers')],
    },
    form: {
      action: paths.imports.withdraw(id),
      sections: [],
      submit: t('rosterImports.withdrawSubmit'),
      danger: true,
      back: { text: t('rosterImports.withdrawBack'), href: paths.imports.show(id) },
    },
  }
}
