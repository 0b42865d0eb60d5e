import { refused } from '../../shared/errors.js'
import { loadEvent } from '../events/event-record.js'
import { JudgeMarksOf, judgeMarksId, MarkSheet, sheetId, type MarkSheetRecord } from '../marking/marking.model.js'
import { aspectsToMark, schemeOf } from '../marking/marking.queries.js'
import { judgementSteps } from '../marking/score.rules.js'
import type { Override } from '../rankings/ranking.queries.js'
import { standings } from '../rankings/ranking.rules.js'
import { Correction, type CorrectionRecord } from './correction.model.js'
import type { CorrectionInput } from './correction.service.js'

/** Corrections that took effect, oldest first. */
export const signedCorrections = (eventId: string): Promise<CorrectionRecord[]> =>
  Correction.find({ eventId, state: 'signed' }).sort({ at: 1 }).lean<CorrectionRecord[]>()

/** Reads what was chosen into what would be stored; every part of it must exist. */
export async function overrideOf(
  eventId: string,
  { code, kind, judgeId, aspect, value }: CorrectionInput,
): Promise<Override> {
  const sheet = await MarkSheet.findById(sheetId(eventId, code)).lean<MarkSheetRecord>()
  if (!sheet) throw refused('corrections.no-contestant')
  if (kind === 'standing') {
    const standing = standings.find((one) => one === value)
    if (!standing) throw refused('marking.standing-missing')
    return { code, kind, value: standing }
  }
  const whole = Number(value)
  if (!Number.isSafeInteger(whole) || whole < 0) throw refused('marking.not-measured')
  if (kind === 'theory') {
    if (whole > 10_000) throw refused('keying.theory-format')
    return { code, kind, value: whole }
  }
  const known = aspectsToMark(await schemeOf(eventId), await loadEvent(eventId)).find((one) => one.code === aspect)
  if (!known || !sheet.panel.some(({ accountId }) => accountId === judgeId)) throw refused('corrections.no-mark')
  if (known.type === 'judgement' && !(judgementSteps as readonly number[]).includes(whole))
    throw refused('marking.not-a-step')
  return { code, kind, judgeId: judgeId!, aspect: known.code, value: whole }
}

export async function storedOf(eventId: string, { code, kind, judgeId, aspect }: Override): Promise<string> {
  const sheet = (await MarkSheet.findById(sheetId(eventId, code)).lean<MarkSheetRecord>())!
  if (kind === 'standing') return sheet.standing
  if (kind === 'theory') return String(sheet.theory ?? '')
  const marks = await JudgeMarksOf.findById(judgeMarksId(sheetId(eventId, code), judgeId!)).lean<{
    values: { aspect: string; value: number }[]
  }>()
  const own = marks?.values.find((one) => one.aspect === aspect)
  if (!own) throw refused('corrections.no-mark')
  return String(own.value)
}
