import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Link, Tag } from '../../web/link-models.js'
import type { MarkedAspect, SheetWithMarks } from '../marking/marking.queries.js'
import {
  allSubmitted,
  factsOfSheet,
  judgeStanding,
  sheetState,
  type JudgeState,
  type SheetState,
} from '../marking/sheet.rules.js'

const stateKinds: Record<SheetState, Tag['kind']> = {
  waiting: 'wait',
  marking: 'run',
  'to-discuss': 'back',
  agreed: 'good',
}

const judgeKinds: Record<JudgeState, Tag['kind']> = { 'not-started': 'neutral', begun: 'run', submitted: 'good' }

export interface EventView {
  id: string
  title: string
  competitionTitle: string
  aspects: readonly MarkedAspect[]
}

/** The state of a contestant before everybody; who has no marks to get says why. */
export function sheetTag(t: Translate, aspects: readonly MarkedAspect[], one: SheetWithMarks): Tag {
  if (one.sheet.standing !== 'present') return { kind: 'neutral', text: t(`marking.standing-${one.sheet.standing}`) }
  const state = sheetState(factsOfSheet(aspects, one))
  return { kind: stateKinds[state], text: t(`marking.state-${state}`) }
}

/** A judge's own state of a contestant: what others have done is not told before all have submitted. */
export function ownTag(t: Translate, aspects: readonly MarkedAspect[], one: SheetWithMarks, judgeId: string): Tag {
  const facts = factsOfSheet(aspects, one)
  if (one.sheet.standing !== 'present' || allSubmitted(facts)) return sheetTag(t, aspects, one)
  return judgeTag(t, aspects, one, judgeId)
}

export function judgeTag(t: Translate, aspects: readonly MarkedAspect[], one: SheetWithMarks, judgeId: string): Tag {
  const { state, missing } = judgeStanding(factsOfSheet(aspects, one), judgeId)
  return { kind: judgeKinds[state], text: t(`marking.judge-${state}`, { count: missing.length }) }
}

export const crumbs = (t: Translate, event: EventView, last?: string): Link[] => [
  { text: t('marking.duties'), href: paths.duties.list() },
  { text: event.title, href: last ? paths.judging.event(event.id) : '' },
  ...(last ? [{ text: last, href: '' }] : []),
]
