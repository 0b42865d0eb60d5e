import { Person } from '../../registry/people/person.model.js'
import { scopeOf, type Actor } from '../../shared/permissions.js'
import { literal, normaliseName } from '../../shared/text.js'
import { CreditEntry } from '../credit-entries/credit-entry.model.js'
import { LearningAccount, type LearningAccountRecord } from '../learning-accounts/learning-account.model.js'

export interface AccountRow {
  _id: string
  name: string
  idMasked: string
  number: string
  openedOn: string
  entries: number
  balance: number
}

/** Accounts within the actor's bounds, by name; what the ledgers say is read for the rows that are shown. */
export const accountListQueries = {
  count: (q: string, actor: Actor): Promise<number> => Person.countDocuments(listed(q, actor)),

  async list(q: string, actor: Actor, skip: number, limit: number): Promise<AccountRow[]> {
    const people = await Person.find(listed(q, actor))
      .sort({ namePinyin: 1, _id: 1 })
      .skip(skip)
      .limit(limit)
      .select('name idMasked')
      .lean<Pick<AccountRow, '_id' | 'name' | 'idMasked'>[]>()
    const ids = people.map(({ _id }) => _id)
    const [accounts, balances] = await Promise.all([
      LearningAccount.find({ _id: { $in: ids } }).lean<(LearningAccountRecord & { _id: string })[]>(),
      balancesOf(ids),
    ])
    const accountOf = new Map(accounts.map((account) => [account._id, account]))
    return people.map((person) => {
      const { number, openedOn, entries } = accountOf.get(person._id)!
      return { ...person, number, openedOn, entries, balance: balances.get(person._id) ?? 0 }
    })
  },
}

/** By the beginning of a name, or by any part of a number. */
function listed(q: string, actor: Actor) {
  const { region } = scopeOf(actor)
  const digits = /\d/.test(q)
  return {
    learningAccount: digits ? new RegExp(literal(q.replace(/\s/g, '')), 'i') : { $gt: '' },
    ...(region && { regions: region }),
    ...(q && !digits && { name: new RegExp(`^${literal(normaliseName(q))}`) }),
  }
}

async function balancesOf(personIds: readonly string[]): Promise<Map<string, number>> {
  const sums = await CreditEntry.aggregate<{ _id: string; balance: number }>([
    { $match: { personId: { $in: [...personIds] } } },
    { $group: { _id: '$personId', balance: { $sum: '$hundredths' } } },
  ])
  return new Map(sums.map(({ _id, balance }) => [_id, balance]))
}
