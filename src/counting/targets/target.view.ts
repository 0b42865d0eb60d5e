import { paths } from '../../paths.js'
import { formatDays } from '../../shared/dates.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { TargetBar } from '../../web/figure-models.js'
import type { Page } from '../../web/page-models.js'
import type { Table } from '../../web/table-models.js'
import { peopleHref, personTimesHref } from '../person-time-lists/person-time.view.js'
import { figure } from '../../shared/figures.js'
import type { TargetRecord } from './target.model.js'
import type { TargetProgress } from './target.service.js'

/** The bar of a target: both figures open, each in its own unit. */
export function targetBar(t: Translate, target: TargetProgress): TargetBar {
  const unit = t(`targets.${target.unit}`)
  const ofPeople = target.unit === 'people'
  return {
    title: `${t(`personTimes.measure-${target.measure}`)}${t.lang === 'en' ? ', ' : '，'}${periodText(t, target)}`,
    text: t('targets.done', { done: figure(target.done), target: figure(target.target), unit }),
    href: ofPeople ? peopleHref(target.filter) : personTimesHref(target.filter),
    percent: target.percent,
    elapsed: target.elapsed,
    line: t('targets.line', {
      percent: target.percent,
      elapsed: target.elapsed,
      missing: figure(target.missing),
      unit,
    }),
    peopleText: ofPeople
      ? t('targets.personTimesText', { count: target.personTimes, number: figure(target.personTimes) })
      : t('targets.peopleText', { count: target.people, number: figure(target.people) }),
    peopleHref: ofPeople ? personTimesHref(target.filter) : peopleHref(target.filter),
    scaleEnd: figure(target.target),
    sample: target.sample,
  }
}

export function periodText(t: Translate, { from, to }: { from: string; to: string }): string {
  const [first, last] = [from.slice(0, 4), to.slice(0, 4)]
  if (!from.endsWith('-01-01') || !to.endsWith('-12-31')) return formatDays(from, to, t.lang)
  return first === last ? t('personTimes.yearOption', { year: first }) : t('targets.years', { from: first, to: last })
}

export function targetsPage(
  t: Translate,
  year: number,
  progress: readonly TargetProgress[],
  all: readonly TargetRecord[],
): Page & { bars: TargetBar[]; table: Table; barsTitle: string; noneText: string } {
  return {
    layout: 'staff',
    title: t('policies.targets'),
    lead: t('targets.lead'),
    crumbs: [
      { text: t('policies.policies'), href: paths.policies.list() },
      { text: t('policies.targets'), href: '' },
    ],
    barsTitle: t('targets.now', { year }),
    noneText: t('targets.none', { year }),
    bars: progress.map((target) => targetBar(t, target)),
    table: {
      caption: t('targets.all'),
      columns: [
        { label: t('targets.measure') },
        { label: t('targets.period') },
        { label: t('personTimes.county') },
        { label: t('targets.amount'), n: true },
        { label: t('policies.clause') },
      ],
      rows: all.map((target) => ({
        cells: [
          {
            text: t(`personTimes.measure-${target.measure}`),
            ...(target.sample && { tag: { kind: 'neutral', text: t('frame.sample') } }),
          },
          { text: periodText(t, target), num: true },
          { text: target.region ? regionName(target.region, t.lang) : t('targets.wholeArea') },
          { text: `${figure(target.amount)} ${t(`targets.${target.unit}`)}`, n: true },
          { text: target.clause, full: true, lang: 'zh-CN' },
        ],
      })),
    },
  }
}
