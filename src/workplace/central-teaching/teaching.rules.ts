export const linkRefusals = [
  'plan-not-filed',
  'other-programme',
  'taken',
  'run-over',
  'before-class',
  'after-class',
] as const
export type LinkRefusal = (typeof linkRefusals)[number]
export type LinkVerdict = { ok: true } | { ok: false; reason: LinkRefusal }

interface Run {
  state: string
  startsOn: string
  endsOn: string
  course: { programme: string }
}
interface Class {
  state: string
  startsOn: string
  endsOn: string
}

const open: readonly string[] = ['filed', 'running', 'mid-checked']
const over: readonly string[] = ['closed', 'withdrawn', 'rejected']

/**
 * May this run be the central teaching of that class? It is a course for apprentices, which no other subsidy pays, and lies within
 * the term; breaks may move single apprentices beyond the end, not the lessons.
 */
export function linkVerdict(run: Run, one: Class, taken: boolean): LinkVerdict {
  const no = (reason: LinkRefusal): LinkVerdict => ({ ok: false, reason })
  if (!open.includes(one.state)) return no('plan-not-filed')
  if (taken) return no('taken')
  if (run.course.programme !== 'apprenticeship') return no('other-programme')
  if (over.includes(run.state)) return no('run-over')
  if (run.startsOn < one.startsOn) return no('before-class')
  return run.endsOn > one.endsOn ? no('after-class') : { ok: true }
}
