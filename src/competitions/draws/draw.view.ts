import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { BlocksPage } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import { eventCrumbs, eventTabs } from '../events/event-tabs.view.js'
import type { EventRecord } from '../events/event.model.js'
import { drawSteps, type CodeMapRecord, type DrawStep } from './code-map.model.js'
import type { DrawRefusal, Pair } from './draw.rules.js'

export interface Checked {
  step: DrawStep
  seed: string
  agrees: boolean
}

/** What is known of the three draws without opening one; once opened, the seeds and whether drawing again gives the same. */
export function drawsPage(
  t: Translate,
  event: EventRecord,
  maps: readonly CodeMapRecord[],
  checked: readonly Checked[],
  reader: Actor,
): BlocksPage {
  const id = String(event._id)
  const factsOf = (step: DrawStep): Fact[] => {
    const map = maps.find((one) => one.step === step)
    if (!map) return [{ label: t('draws.drawnAt'), value: t('draws.notDrawn') }]
    const check = checked.find((one) => one.step === step)
    return [
      { label: t('draws.keeper'), value: map.byName },
      { label: t('draws.drawnAt'), value: formatInstant(map.drawnAt) },
      { label: t('draws.count'), value: String(map.count) },
      { label: t('draws.hash'), value: map.seedHash, num: true },
      ...(check
        ? [
            {
              label: t('draws.seed'),
              value: check.seed,
              num: true,
              tag: {
                kind: check.agrees ? ('good' as const) : ('back' as const),
                text: t(check.agrees ? 'draws.agrees' : 'draws.differs'),
              },
            },
          ]
        : []),
    ]
  }
  return {
    layout: 'staff',
    title: event.title,
    meta: t('draws.title'),
    lead: t('draws.lead'),
    crumbs: eventCrumbs(t, event, t('draws.title')),
    ...eventTabs(t, id, 'draws', reader),
    blocks: drawSteps.map((step) => ({ title: t(`draws.step-${step}`), facts: factsOf(step) })),
  }
}

export interface KeeperShown {
  event: EventRecord
  step: DrawStep
  refusal?: DrawRefusal
  pairs?: readonly Pair[]
  names: ReadonlyMap<string, string>
  mayOpen: boolean
  opened: boolean
}

/** The page of whoever keeps one of the numbers: the draw, then the own map and nobody else's. */
export function keeperPage(
  t: Translate,
  { event, step, refusal, pairs, names, mayOpen, opened }: KeeperShown,
): BlocksPage {
  const id = String(event._id)
  const head = t(`draws.step-${step}`)
  const table: Table | undefined = pairs && {
    caption: head,
    columns: [{ label: t(`draws.from-${step}`) }, { label: head }],
    rows: pairs.map(([from, to]) => ({
      cells: [
        { text: names.get(from) ?? from, num: !names.has(from) },
        { text: to, num: true, strong: true },
      ],
    })),
  }
  const actions: Action[] = [
    ...(!pairs && !refusal
      ? [{ text: t('draws.draw'), href: paths.duties.draw(id), post: true, style: 'primary' as const }]
      : []),
    ...(mayOpen && !opened
      ? [{ text: t('assignments.go-open'), href: paths.results.open(id), post: true, style: 'primary' as const }]
      : []),
  ]
  return {
    layout: 'staff',
    title: t('draws.own', { step: head, title: event.title }),
    crumbs: [
      { text: t('assignments.myDuties'), href: paths.duties.list() },
      { text: event.title, href: '' },
    ],
    actions,
    blocks: [
      ...(opened ? [{ note: { kind: 'good' as const, text: t('draws.opened') } }] : []),
      table
        ? { text: t('draws.ownLead'), table }
        : {
            note: refusal
              ? { kind: 'wait', text: t('draws.waiting'), more: t(`draws.${refusal}`) }
              : { text: t('draws.lead') },
          },
    ],
  }
}
