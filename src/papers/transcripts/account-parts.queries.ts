import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { AccountParts } from '../learning-accounts/learning-account.routes.js'
import { learningAccountQueries } from '../learning-accounts/learning-account.queries.js'
import { learningRecordQueries } from '../learning-records/learning-record.queries.js'
import { recordRow } from '../learning-records/record-facts.view.js'
import { isCurrent } from './transcript.rules.js'
import { transcriptQueries } from './transcript.queries.js'
import { printAction, printRow } from './transcript.view.js'

/** What the page of an account shows of the rooms above it: own additions and prints. */
export async function accountPartsOf(personId: string, t: Translate, actor: Actor): Promise<AccountParts> {
  const [account, holder] = [
    await learningAccountQueries.account(personId),
    await learningAccountQueries.holder(personId),
  ]
  const records = await learningRecordQueries.ofPerson(personId)
  const prints = await transcriptQueries.ofPerson(personId)
  const own = actor.role === 'trainee'
  return {
    additions: records.map((record) => recordRow(t, record, own)),
    prints: prints.map((print) =>
      printRow(t, print, Boolean(account && holder && isCurrent(print, account, holder)), own),
    ),
    actions: printAction(t, actor, personId, (account?.entries ?? 0) > 0),
  }
}
