import { Person } from '../../registry/people/person.model.js'
import type { Fence, LearningAccountService } from '../learning-accounts/learning-account.service.js'
import type { Difference } from '../credit-entries/credit-entry.service.js'
import { CreditEntry } from '../credit-entries/credit-entry.model.js'
import { LearningAccount } from '../learning-accounts/learning-account.model.js'

export interface CreditRecount {
  people: number
  differences: number
}
export interface CreditRecountOptions {
  /** books what differs; without it the ledgers are only compared */
  repair?: boolean
  onDifference?: (difference: Difference) => void
  delivery?: Fence
}

const together = 200

/** Judges everybody again from the raw facts. Ledgers that were kept in step show no difference. */
export function createCreditRecountService({ learningAccounts }: { learningAccounts: LearningAccountService }) {
  const service = {
    async rebuild({
      repair = true,
      onDifference = () => undefined,
      delivery,
    }: CreditRecountOptions = {}): Promise<CreditRecount> {
      const result: CreditRecount = { people: 0, differences: 0 }
      for await (const ids of peopleInGroups()) {
        const { people, differences } = await (repair
          ? learningAccounts.settlePeople(ids, delivery)
          : learningAccounts.compare(ids))
        result.people += people
        result.differences += differences.length
        differences.forEach(onDifference)
      }
      return result
    },
    /** What a fault may have left: ledgers that differ from their facts, reversals that do not undo their entry, gaps in a ledger. */
    async faults(): Promise<number> {
      const { differences } = await service.rebuild({ repair: false })
      return differences + (await unevenReversals()) + (await brokenLedgers())
    },
  }
  return service
}
export type CreditRecountService = ReturnType<typeof createCreditRecountService>

async function unevenReversals(): Promise<number> {
  const rows = await CreditEntry.aggregate<{ n: number }>([
    { $match: { act: 'reversed' } },
    { $lookup: { from: 'credit-entries', localField: 'reverses', foreignField: '_id', as: 'original' } },
    { $match: { $expr: { $ne: [{ $sum: [{ $first: '$original.hundredths' }, '$hundredths'] }, 0] } } },
    { $count: 'n' },
  ])
  return rows[0]?.n ?? 0
}

/** Serials run from 1 to the number that the account knows. */
async function brokenLedgers(): Promise<number> {
  const rows = await LearningAccount.aggregate<{ n: number }>([
    { $lookup: { from: 'credit-entries', localField: '_id', foreignField: 'personId', as: 'rows' } },
    {
      $match: {
        $expr: {
          $or: [
            { $ne: ['$entries', { $size: '$rows' }] },
            { $ne: ['$entries', { $max: [0, { $max: '$rows.serial' }] }] },
          ],
        },
      },
    },
    { $count: 'n' },
  ])
  return rows[0]?.n ?? 0
}

async function* peopleInGroups(): AsyncGenerator<string[]> {
  const group: string[] = []
  for await (const { _id } of Person.find()
    .select('_id')
    .sort({ _id: 1 })
    .lean<{ _id: string }>()
    .cursor({ batchSize: 1000 })) {
    group.push(_id)
    if (group.length === together) yield group.splice(0)
  }
  if (group.length > 0) yield group
}
