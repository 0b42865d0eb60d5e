import { paths } from './paths.js'
import { may, type Actor, type Permission, type Role } from './shared/permissions.js'
import type { Translate } from './shared/words.js'
import type { Link } from './web/link-models.js'

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

const institutionRoles: readonly Role[] = [
  'institution-manager',
  'institution-clerk',
  'enterprise',
  'mentor',
  'assessment-body',
]

const staff: readonly Group[] = [
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

const institution: readonly Group[] = [
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

export interface NavGroup {
  title: string
  items: Link[]
}

/** The side menu of whoever is signed in: only what the role may open; the current page by its longest address. */
export function staffNav(t: Translate, actor: Actor, currentPath: string, counts: NavCounts): NavGroup[] {
  const groups = institutionRoles.includes(actor.role) ? institution : staff
  const shown = groups
    .map(({ key, items }) => ({
      key,
      items: items.filter(({ needs, not }) => may(actor, needs) && !not?.includes(actor.role)),
    }))
    .filter(({ items }) => items.length > 0)
  const current = longestPrefix(
    shown.flatMap(({ items }) => items.map(({ href }) => href)),
    currentPath,
  )
  return shown.map(({ key, items }) => ({
    title: t(key),
    items: items.map((item) => ({
      text: t(item.key),
      href: item.href,
      icon: item.icon,
      current: item.href === current,
      ...(item.countKey && counts[item.countKey] ? { count: counts[item.countKey]! } : {}),
    })),
  }))
}

/** The menu of a role as links alone, for the map of the site. */
export const menuOf = (t: Translate, actor: Actor): NavGroup[] => staffNav(t, actor, '', {})

export function publicNav(t: Translate, actor: Actor | undefined, currentPath: string): Link[] {
  const items: Link[] = [
    { text: t('nav.portal'), href: paths.portal() },
    { text: t('nav.verify'), href: paths.verify.form() },
    { text: t('nav.publicCourses'), href: paths.openCourses() },
    { text: t('nav.publicCompetitions'), href: paths.openCompetitions.list() },
    { text: t('nav.help'), href: paths.help() },
    ...(actor?.role === 'trainee'
      ? [
          { text: t('nav.me'), href: paths.me.home() },
          { text: t('nav.ownEntries'), href: paths.entries.mine() },
          { text: t('nav.recognitions'), href: paths.ownRecognitions.list() },
        ]
      : []),
  ]
  const current = longestPrefix(
    items.map(({ href }) => href),
    currentPath,
  )
  return items.map((item) => ({ ...item, current: item.href === current }))
}

function longestPrefix(hrefs: readonly string[], path: string): string | undefined {
  return hrefs
    .filter((href) => path === href || (href !== '/' && path.startsWith(`${href}/`)))
    .sort((a, b) => b.length - a.length)[0]
}

const areas: Record<Role, string> = {
  administrator: 'nav.areaAdministration',
  'county-officer': 'nav.areaAdministration',
  'institution-manager': 'nav.areaInstitution',
  'institution-clerk': 'nav.areaInstitution',
  enterprise: 'nav.areaEnterprise',
  mentor: 'nav.areaMentor',
  'assessment-body': 'nav.areaAssessment',
  judge: 'nav.areaJudge',
  'competition-staff': 'nav.areaCompetitionStaff',
  trainee: 'nav.areaTrainee',
  auditor: 'nav.areaAudit',
  operator: 'nav.areaOperation',
}
export const areaName = (t: Translate, role: Role): string => t(areas[role])
