import { Schema, model } from 'mongoose'

/** How often a certificate was checked; apart from the certificate, so that a check never changes it. */
const checkSchema = new Schema(
  { _id: String, times: { type: Number, required: true }, lastAt: { type: Date, required: true } },
  { collection: 'certificate-checks', versionKey: false, strict: 'throw' },
)
export const CertificateCheck = model('CertificateCheck', checkSchema)
