import { Schema, model, type InferSchemaType } from 'mongoose'

export const aspectTypes = ['measurement', 'judgement'] as const
export type AspectType = (typeof aspectTypes)[number]
export const schemeStates = ['preview', 'faulty', 'current', 'replaced', 'withdrawn'] as const
export type SchemeState = (typeof schemeStates)[number]

/**
 * A measured value up to `upTo` gives `marks`; the last band has no limit. Values are thousandths of the unit, marks hundredths,
 * so that nothing is ever a float. An aspect without bands is met (its whole mark) or not met (0).
 */
export const bandType = { _id: false, upTo: Number, marks: { type: Number, required: true } } as const

const aspectType = {
  _id: false,
  /** A1.2: criterion, sub-criterion, aspect */
  code: { type: String, required: true },
  criterion: { type: String, required: true },
  criterionTitle: { type: String, required: true },
  sub: { type: String, required: true },
  subTitle: { type: String, required: true },
  module: { type: String, required: true },
  text: { type: String, required: true },
  type: { type: String, enum: aspectTypes, required: true },
  /** hundredths of a mark: 150 is 1.50 */
  max: { type: Number, required: true },
  /** the section of the occupational standard that it examines */
  standard: String,
  /** of a judgement: what 0, 1, 2 and 3 look like */
  benchmarks: [String],
  /** of a measurement: what is measured, in which unit, and what each value gives */
  spec: String,
  unit: String,
  bands: [bandType],
} as const

/** One version of an event's marking scheme, as loaded from one file; versions are never changed, only replaced. */
const schemeSchema = new Schema(
  {
    _id: String,
    eventId: { type: String, required: true },
    competitionId: { type: String, required: true },
    version: { type: Number, required: true, default: 0 },
    state: { type: String, enum: schemeStates, required: true },
    fileName: { type: String, required: true },
    file: { type: String, required: true },
    aspects: [aspectType],
    /** rows of the file that cannot be taken, as typed, each with what to do */
    faults: [
      {
        _id: false,
        row: { type: Number, required: true },
        column: String,
        reason: { type: String, required: true },
        params: Schema.Types.Mixed,
      },
    ],
    /** the cells of the rows with faults, as typed: what goes back to be corrected */
    typed: [{ _id: false, row: { type: Number, required: true }, cells: [String] }],
    /** set when the first mark is entered: from then on nothing replaces it */
    frozenAt: Date,
    createdAt: { type: Date, required: true },
    createdBy: { type: String, required: true },
    createdByName: { type: String, required: true },
    confirmedAt: Date,
    confirmedBy: String,
    confirmedByName: String,
  },
  { collection: 'marking-schemes', versionKey: 'revision', optimisticConcurrency: true, strict: 'throw' },
)
schemeSchema.index({ eventId: 1, state: 1, version: -1 })

export type MarkingSchemeRecord = InferSchemaType<typeof schemeSchema>
export type AspectRecord = MarkingSchemeRecord['aspects'][number]
export const MarkingScheme = model('MarkingScheme', schemeSchema)
