import { Person } from '../../registry/people/person.model.js'
import { maySee } from '../../registry/people/person-record.js'
import { notFound, forbidden } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { CreditEntry } from '../credit-entries/credit-entry.model.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { DualCertificate, type DualCertificateRecord } from '../dual-certificates/dual-certificate.model.js'
import { LearningAccount, type LearningAccountRecord } from './learning-account.model.js'

export interface Holder {
  _id: string
  name: string
  idMasked: string
  organisationIds: string[]
  regions?: string[]
}
const holderFields = 'name idMasked organisationIds regions'

/** Reads of accounts and their ledgers. */
export const learningAccountQueries = {
  holder: (personId: string): Promise<Holder | null> => Person.findById(personId).select(holderFields).lean<Holder>(),
  /** Somebody's account for an officer: of the own county, or nothing. */
  async holderFor(personId: string, actor: Actor): Promise<Holder> {
    const holder = await Person.findById(personId).select(holderFields).lean<Holder>()
    if (!holder) throw notFound('person', personId)
    if (!maySee(holder as Parameters<typeof maySee>[0], actor)) throw forbidden('not-yours')
    return holder
  },
  account: (personId: string): Promise<LearningAccountRecord | null> =>
    LearningAccount.findById(personId).lean<LearningAccountRecord>(),
  entries: (personId: string): Promise<Entry[]> => CreditEntry.find({ personId }).sort({ serial: 1 }).lean<Entry[]>(),
  async entry(personId: string, serial: string): Promise<Entry> {
    const entry = /^\d{1,7}$/.test(serial)
      ? await CreditEntry.findOne({ personId, serial: Number(serial) }).lean<Entry>()
      : null
    if (!entry) throw notFound('credit-entry', serial)
    return entry
  },
  /** The entry that this one reverses, or that reversed it. */
  other: (entry: Entry): Promise<Entry | null> =>
    (entry.reverses
      ? CreditEntry.findById(entry.reverses)
      : CreditEntry.findOne({ personId: entry.personId, reverses: entry._id })
    ).lean<Entry>(),
  dual: (personId: string): Promise<DualCertificateRecord | null> =>
    DualCertificate.findById(personId).lean<DualCertificateRecord>(),
}
