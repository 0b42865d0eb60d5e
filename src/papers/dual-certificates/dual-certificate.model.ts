import { Schema, model, type InferSchemaType } from 'mongoose'

const partType = {
  key: { type: String, required: true },
  title: { type: String, required: true },
  on: { type: String, required: true },
} as const

/** How far each person is on the way to diploma and certificate; one row for one person, so that 人 is the number of rows. */
const dualCertificateSchema = new Schema(
  {
    /** the person's id */
    _id: String,
    personName: { type: String, required: true, pii: true, nameOf: '_id' },
    idMasked: { type: String, required: true, idMaskedOf: '_id' },
    /** county of the certificate, or of the person while there is none */
    region: { type: String, required: true },
    verdict: { type: String, enum: ['reached', 'waiting', 'excluded'], required: true },
    reason: String,
    on: String,
    year: Number,
    age: Number,
    diploma: { type: new Schema(partType, { _id: false }) },
    certificate: { type: new Schema(partType, { _id: false }) },
    decidedAt: { type: Date, required: true },
  },
  { collection: 'dual-certificates', versionKey: false, strict: 'throw' },
)
dualCertificateSchema.index({ verdict: 1, year: 1, region: 1 })

export type DualCertificateRecord = InferSchemaType<typeof dualCertificateSchema>
export const DualCertificate = model('DualCertificate', dualCertificateSchema)
