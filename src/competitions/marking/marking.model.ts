import { Schema, model, type InferSchemaType } from 'mongoose'
import { timelineType } from '../../infra/timeline.js'
import { standings } from '../rankings/ranking.rules.js'
import { avoidances } from './avoidance.rules.js'

const judgeType = {
  _id: false,
  accountId: { type: String, required: true },
  name: { type: String, required: true },
} as const

/** One contestant as judges know it: the secret code, who marks it, and who must not. The `_id` is `<eventId>:<code>`. */
const markSheetSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    competitionId: { type: String, required: true },
    code: { type: String, required: true },
    schemeId: { type: String, required: true },
    /** fixed when marking begins, in the order of the seats */
    panel: [judgeType],
    avoided: [{ ...judgeType, reason: { type: String, enum: avoidances, required: true } }],
    standing: { type: String, enum: standings, required: true, default: 'present' },
    /** of the theory paper, in hundredths of a mark: set once two people have keyed the same */
    theory: Number,
    /** raised by every save, so that two judges at once, or a judge and the lock, wait for one another */
    saves: { type: Number, required: true, default: 0 },
    lockedAt: Date,
    timeline: timelineType,
  },
  { collection: 'competition-mark-sheets', versionKey: false, strict: 'throw' },
)
markSheetSchema.index({ eventId: 1, code: 1 })
markSheetSchema.index({ 'panel.accountId': 1, eventId: 1 })
export type MarkSheetRecord = InferSchemaType<typeof markSheetSchema>
export const MarkSheet = model('CompetitionMarkSheet', markSheetSchema)
export const sheetId = (eventId: string, code: string): string => `${eventId}:${code}`

export const markWays = ['screen', 'paper', 'correction'] as const
const valueType = {
  _id: false,
  aspect: { type: String, required: true },
  value: { type: Number, required: true },
} as const

/** What one judge gives one contestant. The `_id` is `<eventId>:<code>:<accountId>`; an old value is never lost. */
const judgeMarksSchema = new Schema(
  {
    _id: String,
    sheetId: { type: String, required: true },
    eventId: { type: String, required: true },
    judgeId: { type: String, required: true },
    judgeName: { type: String, required: true },
    values: [valueType],
    history: [
      {
        _id: false,
        aspect: { type: String, required: true },
        from: Number,
        to: { type: Number, required: true },
        at: { type: Date, required: true },
        way: { type: String, enum: markWays, required: true },
        byName: { type: String, required: true },
        reason: String,
      },
    ],
    savedAt: { type: Date, required: true },
  },
  { collection: 'competition-judge-marks', versionKey: 'version', optimisticConcurrency: true, strict: 'throw' },
)
judgeMarksSchema.index({ sheetId: 1 })
judgeMarksSchema.index({ eventId: 1, judgeId: 1 })
export type JudgeMarksRecord = InferSchemaType<typeof judgeMarksSchema>
export const JudgeMarksOf = model('CompetitionJudgeMarks', judgeMarksSchema)
export const judgeMarksId = (sheet: string, judgeId: string): string => `${sheet}:${judgeId}`
