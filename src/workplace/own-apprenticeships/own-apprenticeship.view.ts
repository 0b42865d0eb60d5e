import { paths, withQuery } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment } from '../../web/story-models.js'
import type { Row } from '../../web/table-models.js'
import { apprenticeTag } from '../apprentice-lists/apprentice-list.view.js'
import { apprenticeMoments } from '../apprentices/apprentice.view.js'
import type { ApprenticeRow } from '../apprentices/apprentice.queries.js'
import { dueOn } from '../apprentice-terms/apprentice-term.rules.js'
import { guideOn, type Pairing } from '../mentorships/mentorship.rules.js'
import type { LogRow } from '../workplace-logs/log.queries.js'
import { entryOf, type Entry } from '../workplace-logs/log.view.js'

type Named = Pairing & { guideName: string }
export interface OwnData {
  apprentice: ApprenticeRow
  title: string
  enterpriseName: string
  institutionName: string
  guides: readonly Named[]
  logs: readonly LogRow[]
  hours?: number
  plannedHours: number
  today: string
  earlier: readonly { title: string; from: string; state: ApprenticeRow['state'] }[]
}

/** The apprentice's own page on a phone: what to confirm and to write first, then the facts. */
export function ownApprenticeshipPage(
  t: Translate,
  data: OwnData,
): Page & { acts: Action[]; toConfirm: Entry[]; logs: Entry[]; facts: Fact[]; moments: Moment[]; earlier: Row[] } {
  const { apprentice, title, enterpriseName, institutionName, guides, logs, hours, plannedHours, today, earlier } = data
  const day = today < apprentice.from ? apprentice.from : today
  const waiting = logs.filter(({ state, writer }) => state === 'waiting' && writer === 'mentor')
  const buttons = (log: LogRow): Action[] => [
    { text: t('workplaceLogs.confirm'), href: paths.me.confirmLog(log._id), post: true, style: 'outline' },
    { text: t('workplaceLogs.giveBack'), href: paths.me.giveBackLog(log._id), style: 'link' },
  ]
  const corrections = (log: LogRow): Action[] =>
    log.writer === 'apprentice' && log.state !== 'signed'
      ? [{ text: t('workplaceLogs.correct'), href: withQuery(paths.me.log(), { on: log.on }), style: 'link' }]
      : []
  return {
    layout: 'public',
    title,
    tag: apprenticeTag(t, apprentice.state),
    crumbs: [
      { text: t('own.title'), href: paths.me.home() },
      { text: t('ownApprenticeships.title'), href: '' },
    ],
    acts:
      apprentice.state === 'training'
        ? [{ text: t('ownApprenticeships.write'), href: paths.me.log(), style: 'primary', large: true }]
        : [],
    toConfirm: waiting.map((log) => entryOf(t, log, buttons(log), false)),
    logs: logs.filter((log) => !waiting.includes(log)).map((log) => entryOf(t, log, corrections(log), false)),
    facts: [
      { label: t('apprentices.enterprise'), value: enterpriseName },
      { label: t('apprentices.institution'), value: institutionName },
      { label: t('apprentices.level'), value: levelPrinted(apprentice.level as Level, t.lang) },
      {
        label: t('apprentices.term'),
        value: `${formatDay(apprentice.from, t.lang)} – ${formatDay(dueOn(apprentice), t.lang)}`,
      },
      {
        label: t('ownApprenticeships.mentor'),
        value: guideOn(guides, 'mentor', day)?.guideName ?? t('apprentices.noGuide'),
      },
      {
        label: t('ownApprenticeships.teacher'),
        value: guideOn(guides, 'teacher', day)?.guideName ?? t('apprentices.noGuide'),
      },
      {
        label: t('ownApprenticeships.hours'),
        value:
          hours === undefined
            ? t('ownApprenticeships.hoursNone')
            : t('ownApprenticeships.hoursOf', { done: hours, planned: plannedHours }),
      },
      { label: t('apprenticeChains.link'), value: t('apprenticeChains.see'), href: paths.me.apprenticeshipChain() },
      ...(apprentice.outcome
        ? [{ label: t('apprentices.outcome'), value: t(`apprentices.state-${apprentice.outcome}`) }]
        : []),
    ],
    moments: apprenticeMoments(t, apprentice),
    earlier: earlier.map((one) => ({ text: one.title, sub: one.from, tag: apprenticeTag(t, one.state) })),
  }
}
