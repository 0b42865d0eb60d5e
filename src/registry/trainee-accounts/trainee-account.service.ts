import { randomInt } from 'node:crypto'
import { conflict, isAppError } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { Account, Username, type AccountRecord } from '../accounts/account.model.js'
import type { AccountService } from '../accounts/account.service.js'
import type { PersonRow } from '../people/person.queries.js'
import type { PersonService } from '../people/person.service.js'
import { accountStateOf, firstPassword, usernameOf, type AccountState } from './trainee-account.rules.js'

/** What a slip of paper says; the password is kept nowhere. */
export interface Slip {
  name: string
  idMasked: string
  username: string
  password: string
}
type OwnAccount = Pick<AccountRecord, 'lastSignInAt' | 'state' | 'personId'> & { _id: string }

/** Accounts of trainees, opened by whoever trains them: one for a person, with a first password that must be changed. */
export function createTraineeAccountService({ accounts, people }: { accounts: AccountService; people: PersonService }) {
  return {
    /** The state of each person's account. */
    async statesOf(personIds: readonly string[]): Promise<Map<string, AccountState>> {
      const known = await accountsOf(personIds)
      return new Map(personIds.map((id) => [id, accountStateOf(known.get(id))]))
    },

    /** Under what name somebody signs in. */
    async usernameOf(personId: string): Promise<string | undefined> {
      const account = (await accountsOf([personId])).get(personId)
      return account && (await usernameOfAccount(account._id))
    },

    /**
     * Opens the account, or gives one that was never used another first password; whoever has signed in before gets none here.
     * Asked again it gives another slip, and the former one opens nothing.
     */
    async issue(personIds: readonly string[], actor: Actor): Promise<Slip[]> {
      const known = await accountsOf(personIds)
      const slips: Slip[] = []
      for (const id of personIds) {
        const person = await people.getFor(id, actor)
        const password = firstPassword(randomInt)
        const username = await entrance(person, known.get(id), password, actor)
        if (username) slips.push({ name: person.name, idMasked: person.idMasked, username, password })
      }
      return slips
    },
  }

  /** Makes the password open the account; under what name, or nothing when the person has one in use. */
  async function entrance(
    person: PersonRow,
    known: OwnAccount | undefined,
    password: string,
    actor: Actor,
  ): Promise<string | undefined> {
    let account = known
    if (!account)
      try {
        return await open(person, password, actor)
      } catch (error) {
        // A second press at the same moment finds what the first has opened.
        if (isAppError(error, 'conflict')) account = (await accountsOf([person._id])).get(person._id)
        if (!account) throw error
      }
    if (accountStateOf(account) === 'used') return undefined
    await accounts.setPassword(account._id, password, actor)
    return usernameOfAccount(account._id)
  }

  async function open(person: PersonRow, password: string, actor: Actor): Promise<string> {
    for (let attempt = 0; attempt < 50; attempt += 1) {
      const username = usernameOf(person.nameInitials ?? '', person.idMasked, attempt)
      if (await Username.exists({ _id: username })) continue
      const { name, _id: personId } = person
      await accounts.create({ username, name, role: 'trainee', personId, password, mustChangePassword: true }, actor)
      return username
    }
    throw conflict('accounts.username-taken')
  }
}
export type TraineeAccountService = ReturnType<typeof createTraineeAccountService>

async function accountsOf(personIds: readonly string[]): Promise<Map<string, OwnAccount>> {
  const rows = await Account.find({ personId: { $in: [...personIds] }, role: 'trainee' as const })
    .select('personId lastSignInAt state')
    .lean<OwnAccount[]>()
  return new Map(rows.map((row) => [row.personId!, row]))
}

const usernameOfAccount = async (accountId: string): Promise<string> =>
  (await Username.findOne({ accountId }).lean<{ _id: string }>())?._id ?? ''
