import { printed } from '../../shared/fraction.js'
import type { Translate } from '../../shared/words.js'
import type { Table } from '../../web/table-models.js'
import type { MarkedAspect } from '../marking/marking.queries.js'
import { aspectMark, practiceMark } from '../marking/score.rules.js'
import { factsOfSheet, toDiscuss, valuesOfAspect } from '../marking/sheet.rules.js'
import { isStep, measuredText } from './measure.rules.js'
import type { SheetView } from './sheet.view.js'

/** Every judge's value beside the mark that comes of them; a total only when all of them agree. */
export function marksTable(t: Translate, view: SheetView): Table {
  const { event, sheet } = view
  const facts = factsOfSheet(event.aspects, view)
  const open = toDiscuss(facts)
  const shownValue = (aspect: MarkedAspect, value: number | undefined) =>
    value === undefined
      ? '—'
      : aspect.type === 'judgement'
        ? String(value)
        : isStep(aspect)
          ? t(value === 0 ? 'marking.notMet' : 'marking.met')
          : measuredText(value, aspect.unit)
  const markText = (aspect: MarkedAspect) =>
    open.includes(aspect.code) ? '—' : printed(aspectMark(aspect, valuesOfAspect(facts, aspect.code)))
  const rows = event.aspects.map((aspect) => ({
    cells: [
      { text: aspect.code === 'TIME' ? t('marking.timeTitle') : `${aspect.code} ${aspect.text}` },
      ...facts.panel.map((judgeId) => ({
        text: shownValue(aspect, facts.marks.find((one) => one.judgeId === judgeId)?.values.get(aspect.code)),
        n: true,
      })),
      ...(aspect.code === 'TIME'
        ? [{ text: t('marking.timeNoMark'), n: true }]
        : [{ text: markText(aspect), n: true }]),
    ],
  }))
  const total =
    open.length === 0
      ? printed(practiceMark(event.aspects.map((aspect) => aspectMark(aspect, valuesOfAspect(facts, aspect.code)))))
      : '—'
  return {
    caption: t('marking.marksTitle'),
    plain: true,
    columns: [
      { label: t('marking.aspect') },
      ...sheet.panel.map(({ name }) => ({ label: name, n: true })),
      { label: t('marking.mark'), n: true },
    ],
    rows,
    foot: [{ text: t('marking.sum') }, ...sheet.panel.map(() => ({ text: '', n: true })), { text: total, n: true }],
  }
}
