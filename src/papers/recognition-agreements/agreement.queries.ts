import { Agreement, AgreementVersion, type AgreementRecord, type AgreementVersionRecord } from './agreement.model.js'
import type { PublishedVersion } from '../equivalences/equivalence.rules.js'

export type AgreementRow = AgreementRecord & { _id: string; edition: number }
export type VersionRow = AgreementVersionRecord & { _id: string }

/** Reads of agreements and their versions; they are rules of the house, so everybody who may open the page sees all. */
export const agreementQueries = {
  list: (): Promise<AgreementRow[]> =>
    Agreement.find().sort({ createdAt: -1, _id: 1 }).limit(200).lean<AgreementRow[]>(),
  find: (id: string): Promise<AgreementRow | null> => Agreement.findById(id).lean<AgreementRow>(),
  versionsOf: (agreementId: string): Promise<VersionRow[]> =>
    AgreementVersion.find({ agreementId }).sort({ version: -1 }).lean<VersionRow[]>(),
  /** Every published version, for judging by the tables of a day. */
  published: async (): Promise<PublishedVersion[]> =>
    (await AgreementVersion.find().lean<VersionRow[]>()) as unknown as PublishedVersion[],
}
