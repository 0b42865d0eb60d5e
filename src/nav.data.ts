import { paths } from './paths.js'
import type { Permission, Role } from './shared/permissions.js'

interface Item {
  key: string
  href: string
  icon: string
  needs: Permission
  not?: readonly Role[]
  countKey?: keyof NavCounts
}
interface Group {
  key: string
  items: readonly Item[]
}
/** Open things that wait for the actor; never a total that only grows. */
export interface NavCounts {
  inbox?: number
  deadLetters?: number
  tasks?: number
  messages?: number
}

/** Who has the menu of an organisation; everybody else who works here has that of an authority. */
export const institutionRoles: readonly Role[] = [
  'institution-manager',
  'institution-clerk',
  'enterprise',
  'mentor',
  'assessment-body',
]

export const staff: readonly Group[] = [
  {
    key: 'nav.work',
    items: [
      { key: 'nav.home', href: paths.home(), icon: 'inbox', needs: 'home.view', not: ['operator'], countKey: 'inbox' },
      { key: 'nav.courseRuns', href: paths.courseRuns.list(), icon: 'journal-text', needs: 'course-run.view' },
      { key: 'nav.apprenticeships', href: paths.apprenticeships.list(), icon: 'tools', needs: 'apprenticeship.view' },
      { key: 'nav.apprentices', href: paths.apprentices.list(), icon: 'people', needs: 'apprentice.view' },
      { key: 'nav.competitions', href: paths.competitions.list(), icon: 'trophy', needs: 'competition.view' },
      { key: 'nav.duties', href: paths.duties.list(), icon: 'clipboard-check', needs: 'competition.duty' },
      { key: 'nav.people', href: paths.people.list(), icon: 'people', needs: 'person.view' },
      { key: 'nav.organisations', href: paths.organisations.list(), icon: 'building', needs: 'organisation.view' },
      { key: 'nav.certificates', href: paths.certificates.list(), icon: 'patch-check', needs: 'certificate.view' },
      { key: 'nav.recognitions', href: paths.recognitions.list(), icon: 'arrow-repeat', needs: 'recognition.view' },
      {
        key: 'nav.learningAccounts',
        href: paths.learningAccounts.list(),
        icon: 'person-vcard',
        needs: 'learning-account.view',
      },
      {
        key: 'nav.learningRecords',
        href: paths.learningRecords.list(),
        icon: 'clipboard-check',
        needs: 'learning-record.view',
      },
    ],
  },
  {
    key: 'nav.oversight',
    items: [
      { key: 'nav.personTimes', href: paths.personTimes.list(), icon: 'calculator', needs: 'person-time.view' },
      { key: 'nav.reports', href: paths.reports.subsidised(), icon: 'file-earmark-text', needs: 'report.view' },
      { key: 'nav.partners', href: paths.reports.partners(), icon: 'building', needs: 'recognition.report' },
      { key: 'nav.competitionReport', href: paths.competitionReport.show(), icon: 'trophy', needs: 'competition.view' },
      { key: 'nav.talents', href: paths.talents.report(), icon: 'bar-chart', needs: 'talent.view' },
      { key: 'nav.policies', href: paths.policies.list(), icon: 'list-check', needs: 'policy.view' },
      { key: 'nav.occupations', href: paths.occupations.list(), icon: 'tags', needs: 'occupation.view' },
      { key: 'nav.agreements', href: paths.agreements.list(), icon: 'book', needs: 'agreement.view' },
      { key: 'nav.sourceRegisters', href: paths.sourceRegisters.list(), icon: 'inbox', needs: 'source-register.view' },
      { key: 'nav.audit', href: paths.audit.list(), icon: 'clock-history', needs: 'audit.view' },
    ],
  },
  {
    key: 'nav.system',
    items: [
      { key: 'nav.accounts', href: paths.accounts.list(), icon: 'person-badge', needs: 'account.manage' },
      { key: 'nav.mistakes', href: paths.mistakes.list(), icon: 'flag', needs: 'mistake.view' },
      {
        key: 'nav.deadLetters',
        href: paths.deadLetters.list(),
        icon: 'exclamation-triangle',
        needs: 'dead-letter.manage',
        countKey: 'deadLetters',
      },
      { key: 'nav.queues', href: paths.queues(), icon: 'stack', needs: 'queue.operate' },
      { key: 'nav.tasks', href: paths.tasks.list(), icon: 'list-task', needs: 'task.own', countKey: 'tasks' },
    ],
  },
]

export const institution: readonly Group[] = [
  {
    key: 'nav.office',
    items: [
      {
        key: 'nav.home',
        href: paths.home(),
        icon: 'inbox',
        needs: 'home.view',
        not: ['operator', 'mentor'],
        countKey: 'inbox',
      },
      { key: 'nav.courseRuns', href: paths.courseRuns.list(), icon: 'journal-text', needs: 'course-run.view' },
      { key: 'nav.apprenticeships', href: paths.apprenticeships.list(), icon: 'tools', needs: 'apprenticeship.view' },
      { key: 'nav.courses', href: paths.courses.list(), icon: 'book', needs: 'course.view' },
      { key: 'nav.mentor', href: paths.mentor.home(), icon: 'inbox', needs: 'apprentice.guide' },
      { key: 'nav.apprentices', href: paths.apprentices.list(), icon: 'people', needs: 'apprentice.view' },
      { key: 'nav.competitions', href: paths.competitions.list(), icon: 'trophy', needs: 'competition.view' },
      { key: 'nav.entries', href: paths.entries.list(), icon: 'clipboard', needs: 'competition.enter' },
      { key: 'nav.trainees', href: paths.people.list(), icon: 'people', needs: 'person.view' },
      { key: 'nav.certificates', href: paths.certificates.list(), icon: 'patch-check', needs: 'certificate.view' },
      { key: 'nav.recognitions', href: paths.recognitions.list(), icon: 'arrow-repeat', needs: 'recognition.view' },
      { key: 'nav.reliances', href: paths.reliances.list(), icon: 'list-check', needs: 'recognition.rely' },
      {
        key: 'nav.learningRecords',
        href: paths.learningRecords.list(),
        icon: 'clipboard-check',
        needs: 'learning-record.view',
      },
      { key: 'nav.personTimes', href: paths.personTimes.list(), icon: 'calculator', needs: 'person-time.view' },
      { key: 'nav.reports', href: paths.reports.subsidised(), icon: 'file-earmark-text', needs: 'report.view' },
    ],
  },
  {
    key: 'nav.organisationGroup',
    items: [
      { key: 'nav.ownOrganisation', href: paths.organisations.own(), icon: 'building', needs: 'organisation.register' },
      { key: 'nav.occupations', href: paths.occupations.list(), icon: 'tags', needs: 'occupation.view' },
      { key: 'nav.agreements', href: paths.agreements.list(), icon: 'book', needs: 'agreement.view' },
      { key: 'nav.tasks', href: paths.tasks.list(), icon: 'list-task', needs: 'task.own', countKey: 'tasks' },
    ],
  },
]
