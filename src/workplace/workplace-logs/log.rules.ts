import type { Day } from '../../shared/dates.js'

/** Written by one of the two, confirmed by the other: maker is never checker. */
export const logWriters = ['apprentice', 'mentor'] as const
export type LogWriter = (typeof logWriters)[number]
export const logStates = ['waiting', 'returned', 'signed'] as const
export type LogState = (typeof logStates)[number]

export const logRefusals = [
  'ended',
  'outside-term',
  'on-break',
  'in-future',
  'too-late',
  'no-mentor',
  'signed-already',
  'not-waiting',
  'own-entry',
  'not-your-day',
  'other-writer',
] as const
export type LogRefusal = (typeof logRefusals)[number]
export type LogVerdict = { ok: true } | { ok: false; reason: LogRefusal }

const ok: LogVerdict = { ok: true }
const no = (reason: LogRefusal): LogVerdict => ({ ok: false, reason })

interface Learner {
  training: boolean
  from: Day
  dueOn: Day
  onBreak: boolean
}

/** May an entry for this day be written? Only days of training, and at most `lateDays` after them, so that a log is not made up at the end. */
export function writeVerdict(
  { training, from, dueOn, onBreak }: Learner,
  day: Day,
  {
    today,
    lateDays,
    daysAgo,
    mentorId,
    writer,
    writerId,
    before,
  }: {
    today: Day
    lateDays: number
    daysAgo: number
    mentorId?: string
    writer: LogWriter
    writerId: string
    before?: { state: LogState; writer: LogWriter }
  },
): LogVerdict {
  if (!training) return no('ended')
  if (day > today) return no('in-future')
  if (day < from || day > dueOn) return no('outside-term')
  if (onBreak) return no('on-break')
  if (before?.state === 'signed') return no('signed-already')
  if (before && before.writer !== writer) return no('other-writer')
  // Who was asked to correct may do so after the days are over.
  if (before?.state !== 'returned' && daysAgo > lateDays) return no('too-late')
  if (!mentorId) return no('no-mentor')
  return writer === 'mentor' && mentorId !== writerId ? no('not-your-day') : ok
}

/** May this account sign the entry, or give it back? The mentor of that day signs what the apprentice wrote, the apprentice what the mentor wrote. */
export function signVerdict(
  log: { state: LogState; writer: LogWriter; writtenById: string; mentorId: string; personId: string },
  who: { id: string; role: string; personId?: string },
): LogVerdict {
  if (log.state !== 'waiting') return no('not-waiting')
  if (log.writtenById === who.id) return no('own-entry')
  const signs =
    log.writer === 'apprentice'
      ? who.role === 'mentor' && who.id === log.mentorId
      : who.role === 'trainee' && who.personId === log.personId
  return signs ? ok : no(who.role === (log.writer === 'mentor' ? 'mentor' : 'trainee') ? 'own-entry' : 'not-your-day')
}
