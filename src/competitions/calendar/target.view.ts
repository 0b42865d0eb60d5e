import { paths, withQuery } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Figure } from '../../web/figure-models.js'
import type { CalendarSearch } from './calendar.forms.js'
import type { YearlyCount } from './calendar.queries.js'

/** 四（四）5: at least two New Area competitions a year; each figure opens the competitions in it. */
export function targetFigures(
  t: Translate,
  { year, target, held, planned, missing, met, clause, sample }: YearlyCount,
): Figure[] {
  const figure = (
    key: 'targetFigure' | 'held' | 'planned',
    value: number,
    view: CalendarSearch['view'],
    note?: string,
  ): Figure => ({
    label: t(`competitions.${key}`),
    value: String(value),
    unit: t('competitions.timesUnit'),
    href: withQuery(paths.competitions.list(), { tier: 'new-area', year, view }),
    ...(note && { note }),
  })
  return [
    figure('targetFigure', target, undefined, `${clause}${sample ? t('frame.sampleOf') : ''}`),
    figure('held', held, 'held', met ? t('competitions.targetMet') : undefined),
    figure('planned', planned, 'planned', missing > 0 ? t('competitions.targetMissing', { missing }) : undefined),
  ]
}
