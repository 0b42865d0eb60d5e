import { paths, withQuery } from '../../paths.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill } from '../../web/form.js'
import type { Action, Link, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { takesApprentices } from '../apprenticeships/apprenticeship.rules.js'
import { guideOn } from '../mentorships/mentorship.rules.js'
import type { ApprenticeState } from '../apprentices/apprentice.model.js'
import type { ApprenticeLine, ApprenticeSearch } from '../apprentices/apprentice.queries.js'
import { dueOn } from '../apprentice-terms/apprentice-term.rules.js'
import type { Due } from '../apprentice-terms/apprentice-due.rules.js'
import { classCrumbs, classTabs } from '../apprenticeships/class-tabs.view.js'

const kinds: Record<ApprenticeState, Tag['kind']> = {
  training: 'run',
  exited: 'neutral',
  transferred: 'moved',
  certified: 'good',
  completed: 'good',
  'not-completed': 'back',
}
export const apprenticeTag = (t: Translate, state: ApprenticeState): Tag => ({
  kind: kinds[state],
  text: t(`apprentices.state-${state}`),
})

/** One thing that is to do, in a few words. */
export function dueText(t: Translate, { kind, finding, day, count }: Due): string {
  if (finding)
    return t(`contracts.finding-${finding.fault}`, {
      contract: t(`contracts.kind-${finding.kind}`),
      day: finding.day ?? '',
    })
  return t(`apprentices.due-${kind}`, { day: day ?? '', count: count ?? 0 })
}

export interface ListData {
  actor: Actor
  today: string
  search: ApprenticeSearch
  lines: readonly ApprenticeLine[]
  page: PageOf
  counts: Record<'all' | 'due' | 'training' | 'ended', number>
  one?: ApprenticeshipRecord & { taken: number }
}

function cellsOf(
  t: Translate,
  { apprentice, title, guides, dues }: ApprenticeLine,
  today: string,
  withClass: boolean,
  role: Actor['role'],
): Cell[] {
  const day = today < apprentice.from ? apprentice.from : today
  const [mentor, teacher] = [guideOn(guides, 'mentor', day), guideOn(guides, 'teacher', day)]
  const shown = dues.slice(0, 3).map((due) => dueText(t, due))
  const separator = t.lang === 'en' ? '; ' : '；'
  return [
    { text: apprentice.personName, href: paths.apprentices.show(apprentice._id), sub: apprentice.idMasked },
    ...(withClass
      ? [{ text: title, ...(role !== 'mentor' && { href: paths.apprentices.ofClass(apprentice.apprenticeshipId) }) }]
      : []),
    { text: mentor?.guideName ?? t('apprentices.noGuide'), sub: teacher?.guideName ?? t('apprentices.noGuide') },
    { text: apprentice.from, num: true, sub: t('courseRuns.until', { day: dueOn(apprentice) }) },
    { text: shown.length > 0 ? shown.join(separator) + (dues.length > 3 ? ' …' : '') : t('apprentices.nothingDue') },
    { tag: apprenticeTag(t, apprentice.state) },
  ]
}

/** The list of somebody's apprentices, or of one class. */
export function apprenticeListPage(t: Translate, data: ListData): Page & { list: List; tabs?: Link[] } {
  const { actor, search, lines, page, counts, one, today } = data
  const here = one ? paths.apprentices.ofClass(String(one._id)) : paths.apprentices.list()
  const { classId: _classId, view, ...conditions } = search
  const href = (query: Record<string, string | number | undefined>) => withQuery(here, query)
  const filtered = Object.values(conditions).some(Boolean)
  const columns = [
    t('apprentices.name'),
    ...(one ? [] : [t('apprentices.class')]),
    t('apprentices.guides'),
    t('apprentices.term'),
    t('apprentices.todo'),
    t('apprentices.state'),
  ]
  const empty =
    filtered || view
      ? {
          filtered: true,
          title: t('apprentices.noMatch'),
          actions: [{ text: t('apprentices.clear'), href: here, style: 'outline' as const }],
        }
      : {
          title: t('apprentices.none'),
          text: t(one ? 'apprentices.noneHere' : 'apprentices.noneText'),
          actions: one ? actionsOf(t, actor, one) : [],
        }
  return {
    layout: 'staff',
    title: one ? one.title : t('apprentices.title'),
    meta: one
      ? t('apprentices.seats', { taken: one.taken, planned: one.planned })
      : t('apprentices.total', { count: counts.all }),
    crumbs: one
      ? classCrumbs(t, one)
      : [
          { text: t('frame.home'), href: paths.home() },
          { text: t('apprentices.title'), href: '' },
        ],
    ...(one && { tabs: classTabs(t, String(one._id), actor, 'apprentices') }),
    actions: one && lines.length + counts.all > 0 ? actionsOf(t, actor, one) : [],
    list: {
      views: (['all', 'due', 'training', 'ended'] as const).map((key) => ({
        text: t(`apprentices.view-${key}`),
        href: href({ view: key === 'all' ? undefined : key }),
        count: counts[key],
        current: (view ?? 'all') === key,
      })),
      filter: {
        action: here,
        hidden: view ? { view } : {},
        fields: fill([{ name: 'q', label: t('apprentices.search'), kind: 'text' }], { q: search.q ?? '' }),
      },
      ...(filtered && {
        found: t('apprentices.found', { count: page.total }),
        chips: [{ text: search.q ?? '', href: href({ view }) }],
        clearHref: href({ view }),
      }),
      ...(lines.length > 0
        ? {
            table: {
              caption: t('apprentices.caption'),
              columns: columns.map((label) => ({ label })),
              rows: lines.map((line) => ({ cells: cellsOf(t, line, today, !one, actor.role) })),
            },
          }
        : { empty }),
      pager: pagerOf(page, (number) => href({ ...conditions, view, page: number })),
    },
  }
}

function actionsOf(t: Translate, actor: Actor, one: ApprenticeshipRecord & { taken: number }): Action[] {
  const id = String(one._id)
  const open = takesApprentices(one.state)
  return [
    ...(may(actor, 'apprentice.edit') && open && one.taken < one.planned
      ? [
          { text: t('apprentices.add'), href: paths.apprentices.add(id), style: 'primary' as const, icon: 'plus-lg' },
          { text: t('apprenticeFiles.link'), href: paths.apprentices.upload(id), style: 'outline' as const },
        ]
      : []),
    ...(may(actor, 'apprentice.edit') && open && one.taken > 0
      ? [{ text: t('apprentices.pairMentor'), href: paths.apprentices.guides(id), style: 'outline' as const }]
      : []),
    ...(may(actor, 'apprentice.teach') && open && one.taken > 0
      ? [{ text: t('apprentices.pairTeacher'), href: paths.apprentices.guides(id), style: 'outline' as const }]
      : []),
    ...(one.taken > 0
      ? [
          {
            text: t('apprentices.roster'),
            href: paths.apprentices.rosterPdf(id),
            style: 'outline' as const,
            icon: 'printer',
          },
        ]
      : []),
  ]
}
