import { Person } from '../../registry/people/person.model.js'
import { maySee } from '../../registry/people/person-record.js'
import { notFound, forbidden } from '../../shared/errors.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { normaliseName } from '../../shared/text.js'
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
export interface AccountRow {
  _id: string
  name: string
  idMasked: string
  number: string
  openedOn: string
  entries: number
  balance: number
}
const literal = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')
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

  /** Accounts within the actor's bounds, by name; the balance is summed for the rows that are shown. */
  async list(q: string, actor: Actor, skip: number, limit: number): Promise<{ rows: AccountRow[]; total: number }> {
    const { region } = scopeOf(actor)
    const name = q && !/\d/.test(q) ? { name: new RegExp(`^${literal(normaliseName(q))}`) } : {}
    const number = q && /\d/.test(q) ? { 'account.number': new RegExp(`${literal(q.replace(/\s/g, ''))}`, 'i') } : {}
    const [found] = await Person.aggregate<{ rows: Omit<AccountRow, 'balance'>[]; total: { n: number }[] }>([
      { $match: { ...(region && { regions: region }), ...name } },
      { $lookup: { from: 'learning-accounts', localField: '_id', foreignField: '_id', as: 'account' } },
      { $unwind: '$account' },
      { $match: number },
      {
        $facet: {
          rows: [
            { $sort: { namePinyin: 1, _id: 1 } },
            { $skip: skip },
            { $limit: limit },
            {
              $project: {
                name: 1,
                idMasked: 1,
                number: '$account.number',
                openedOn: '$account.openedOn',
                entries: '$account.entries',
              },
            },
          ],
          total: [{ $count: 'n' }],
        },
      },
    ])
    const rows = found?.rows ?? []
    const sums = await CreditEntry.aggregate<{ _id: string; balance: number }>([
      { $match: { personId: { $in: rows.map(({ _id }) => _id) } } },
      { $group: { _id: '$personId', balance: { $sum: '$hundredths' } } },
    ])
    const balanceOf = new Map(sums.map(({ _id, balance }) => [_id, balance]))
    return {
      rows: rows.map((row) => ({ ...row, balance: balanceOf.get(row._id) ?? 0 })),
      total: found?.total[0]?.n ?? 0,
    }
  },
}
