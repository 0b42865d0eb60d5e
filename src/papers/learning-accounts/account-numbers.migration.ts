import { Person } from '../../registry/people/person.model.js'
import { LearningAccount } from './learning-account.model.js'

/** Accounts of the first days: each holder's record is told the number, so that the list of accounts need not join. */
export async function tellAccountNumbers(): Promise<void> {
  await LearningAccount.aggregate([
    { $project: { learningAccount: '$number' } },
    { $merge: { into: Person.collection.collectionName, whenMatched: 'merge', whenNotMatched: 'discard' } },
  ])
}
