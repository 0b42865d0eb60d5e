import { paths } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { may } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import { momentsOf } from '../../web/moments.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment, Note } from '../../web/story-models.js'
import { apprenticeTag, dueText } from '../apprentice-lists/apprentice-list.view.js'
import { dueOn, midTermDueOn } from '../apprentice-terms/apprentice-term.rules.js'
import { sectionsOf, type Section, type SectionData } from './apprentice-section.view.js'
import type { ApprenticeRecord } from './apprentice.model.js'

export interface ShowData extends SectionData {
  today: string
  midTermPercent: number
  onBreak: boolean
}

/** What happened to an apprentice; a break tells its days. */
export const apprenticeMoments = (t: Translate, { timeline }: Pick<ApprenticeRecord, 'timeline'>): Moment[] =>
  momentsOf(
    timeline,
    ({ act, from, to }) => t(`apprentices.act-${act}`) + (/^\d/.test(from ?? '') ? ` ${from} – ${to ?? ''}` : ''),
  )

export function apprenticePage(
  t: Translate,
  data: ShowData,
): Page & { facts: Fact[]; moments: Moment[]; note?: Note; sections: Section[] } {
  const {
    line: { apprentice, title, dues },
  } = data
  return {
    layout: 'staff',
    title: apprentice.personName,
    tag: apprenticeTag(t, apprentice.state),
    meta: apprentice.idMasked,
    actions: actionsOf(t, data),
    crumbs: [
      { text: t('apprentices.title'), href: paths.apprentices.list() },
      ...(data.actor.role === 'mentor'
        ? []
        : [{ text: title, href: paths.apprentices.ofClass(apprentice.apprenticeshipId) }]),
      { text: apprentice.personName, href: '' },
    ],
    ...(dues.length > 0 && {
      note: { kind: 'wait' as const, text: t('apprentices.todo'), items: dues.map((due) => dueText(t, due)) },
    }),
    facts: factsOf(t, data),
    moments: apprenticeMoments(t, apprentice),
    sections: sectionsOf(t, data),
  }
}

function actionsOf(t: Translate, { line: { apprentice }, actor, onBreak }: ShowData): Action[] {
  if (apprentice.state !== 'training') return []
  const id = apprentice._id
  if (actor.role === 'mentor')
    return [{ text: t('workplaceLogs.write'), href: paths.apprentices.writeLog(id), style: 'primary' }]
  if (!may(actor, 'apprentice.edit')) return []
  return [
    {
      text: t('apprentices.pairMentor'),
      href: `${paths.apprentices.guides(apprentice.apprenticeshipId)}?ids=${encodeURIComponent(id)}`,
      style: 'outline',
    },
    onBreak
      ? { text: t('apprenticeChanges.endBreak'), href: paths.apprentices.endBreak(id), style: 'outline' }
      : { text: t('apprenticeChanges.break'), href: paths.apprentices.break(id), style: 'outline' },
    { text: t('apprenticeChanges.transfer'), href: paths.apprentices.transfer(id), style: 'outline' },
    { text: t('apprenticeChanges.exit'), href: paths.apprentices.exit(id), style: 'outline-danger' },
  ]
}

function factsOf(
  t: Translate,
  { line: { apprentice, title, enterpriseName, institutionName }, midTermPercent, actor }: ShowData,
): Fact[] {
  const last = dueOn(apprentice)
  const reasons = (apprentice.outcomeReasons ?? [])
    .map((reason) => t(`apprentices.reason-${reason}`))
    .join(t.lang === 'en' ? '; ' : '；')
  return [
    {
      label: t('apprentices.class'),
      value: title,
      ...(actor.role !== 'mentor' && { href: paths.apprentices.ofClass(apprentice.apprenticeshipId) }),
    },
    { label: t('apprentices.enterprise'), value: enterpriseName },
    { label: t('apprentices.institution'), value: institutionName },
    { label: t('apprentices.level'), value: levelPrinted(apprentice.level as Level, t.lang) },
    ...(apprentice.post ? [{ label: t('apprentices.post'), value: apprentice.post }] : []),
    {
      label: t('apprentices.term'),
      value: `${formatDay(apprentice.from, t.lang)} – ${formatDay(apprentice.to, t.lang)}`,
      ...(last !== apprentice.to && { note: t('apprentices.termMoved', { day: formatDay(last, t.lang) }) }),
    },
    { label: t('apprentices.midTermDue'), value: formatDay(midTermDueOn(apprentice, midTermPercent), t.lang) },
    ...(apprentice.exitedOn
      ? [
          { label: t('apprentices.exitedOn'), value: formatDay(apprentice.exitedOn, t.lang) },
          { label: t('apprentices.exitReason'), value: t(`apprentices.exit-${apprentice.exitReason ?? 'other'}`) },
        ]
      : []),
    ...(apprentice.outcome
      ? [
          {
            label: t('apprentices.outcome'),
            value: [t(`apprentices.state-${apprentice.outcome}`), reasons].filter(Boolean).join(' · '),
            ...(apprentice.outcomeOn && { note: formatDay(apprentice.outcomeOn, t.lang) }),
          },
        ]
      : []),
    {
      label: t('apprenticeChains.link'),
      value: t('apprenticeChains.see'),
      href: paths.apprentices.chain(apprentice._id),
    },
  ]
}
