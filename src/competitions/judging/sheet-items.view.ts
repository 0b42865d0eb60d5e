import type { Translate } from '../../shared/words.js'
import type { Errors, Values } from '../../web/form.js'
import type { Field, Scale } from '../../web/form-models.js'
import type { Tag } from '../../web/link-models.js'
import type { MarkedAspect } from '../marking/marking.queries.js'
import { boxId, boxName } from './judging.forms.js'
import { isStep, measuredText } from './measure.rules.js'
import type { SheetView } from './sheet.view.js'

type Group = {
  title: string
  items: ({ scale: Scale } | { field: Field; title: string; maxText: string; tag?: Tag })[]
}

/** Criterion by criterion, in the order of the scheme. */
export function groupsOf(
  t: Translate,
  view: SheetView,
  aspects: readonly MarkedAspect[],
  values: Values,
  errors: Errors,
): Group[] {
  const own = new Map(
    (view.marks.find(({ judgeId }) => judgeId === view.judgeId)?.values ?? []).map(({ aspect, value }) => [
      aspect,
      value,
    ]),
  )
  const titles = [
    ...new Set(aspects.map(({ criterion, criterionTitle }) => [criterion, criterionTitle].filter(Boolean).join(' '))),
  ]
  return titles.map((title) => ({
    title,
    items: aspects
      .filter(({ criterion, criterionTitle }) => [criterion, criterionTitle].filter(Boolean).join(' ') === title)
      .map((aspect) => itemOf(t, aspect, own.get(aspect.code), values, errors)),
  }))
}

function itemOf(
  t: Translate,
  aspect: MarkedAspect,
  stored: number | undefined,
  values: Values,
  errors: Errors,
): Group['items'][number] {
  const { code, text, type, max, benchmarks, spec, unit } = aspect
  const [name, id] = [boxName(code), boxId(code)]
  const typed = values[name]
  const isChoice = isStep(aspect)
  const value =
    typeof typed === 'string'
      ? typed
      : stored === undefined
        ? ''
        : isChoice
          ? String(stored)
          : measuredText(stored, unit)
  const tag: Tag | undefined = value === '' ? { kind: 'wait', text: t('marking.unmarked') } : undefined
  const maxText = code === 'TIME' ? t('marking.timeNoMark') : t('marking.max', { max: (max / 100).toFixed(2) })
  const title = code === 'TIME' ? t('marking.timeTitle') : `${code} ${text}`
  const error = errors[id] && { error: errors[id] }
  const common = { name, id, ...error }
  if (type === 'judgement')
    return {
      scale: {
        ...common,
        title,
        maxText,
        value,
        ...(tag && { tag }),
        steps: [0, 1, 2, 3].map((step) => ({ value: String(step), text: benchmarks[step] ?? '' })),
      },
    }
  if (isChoice)
    return {
      scale: {
        ...common,
        title: `${title}（${t('marking.measured')}）`,
        maxText,
        value,
        ...(tag && { tag }),
        steps: [
          { value: '0', text: t('marking.notMet') },
          { value: '1', text: t('marking.met') },
        ],
      },
    }
  const field: Field = {
    ...common,
    label: t('marking.measured'),
    kind: 'text',
    value,
    hint: code === 'TIME' ? t('marking.timeHint') : (spec ?? ''),
    width: 4,
    ...(unit && { unit }),
    inputmode: 'text',
    autocomplete: 'off',
  }
  return { field, title, maxText, ...(tag && { tag }) }
}
