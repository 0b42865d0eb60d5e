import { institution, institutionRoles, staff, type NavCounts } from './nav.data.js'
import { paths } from './paths.js'
import { may, type Actor, type Role } from './shared/permissions.js'
import type { Translate } from './shared/words.js'
import type { Link } from './web/link-models.js'

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
