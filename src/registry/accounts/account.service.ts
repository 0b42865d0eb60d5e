import { hash, verify } from '@node-rs/argon2'
import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import type { Vault } from '../../infra/vault.js'
import type { Clock } from '../../shared/dates.js'
import { conflict, invalid, notFound, refused } from '../../shared/errors.js'
import type { Actor, Role } from '../../shared/permissions.js'
import { Account, Username, type AccountRecord } from './account.model.js'
import { noteAccount } from '../people/person-record.js'
import { createSignInDoor } from '../sign-in/sign-in-door.js'
import { lockSeconds, passwordFault, triesLeftToSay } from '../sign-in/sign-in.rules.js'

// RFC 9106's second choice is heavier than a desk needs; OWASP's figures for argon2id.
const cost = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }
export const hashPassword = (password: string): Promise<string> => hash(password, cost)
const nobody = hashPassword('nobody has this password')

export interface NewAccount {
  username: string
  name: string
  role: Role
  password: string
  organisationId?: string
  region?: string
  personId?: string
  mustChangePassword?: boolean
}

const lockedFor = (seconds: number) => refused('accounts.locked', { minutes: Math.max(1, Math.ceil(seconds / 60)) })

/** Who signs in. `organisationNameOf` is told by the wiring for the header line. */
export function createAccountService({
  clock,
  vault,
  organisationNameOf,
}: {
  clock: Clock
  vault: Vault
  organisationNameOf: (id: string) => Promise<string | undefined>
}) {
  const door = createSignInDoor({ clock, vault })
  return {
    /** Throws `refused('wrong-password' | 'locked' | 'disabled')`; the same words and the same work whether or not the name exists. */
    async signIn(username: string, password: string): Promise<Actor> {
      const name = username.trim().toLowerCase()
      const account = await findByUsername(name)
      const id = account && String(account._id)
      const counted = await door.tried(id, name)
      const right = await verify(account?.passwordHash ?? (await nobody), password)
      if (!counted.ok) throw lockedFor((counted.until.getTime() - clock.now().getTime()) / 1000)
      if (!account || !right) {
        await door.failed(id, name, counted.failures)
        const wait = lockSeconds(counted.failures)
        if (wait > 0) throw lockedFor(wait)
        const left = triesLeftToSay(counted.failures)
        throw left === undefined ? refused('accounts.wrong-password') : refused('accounts.tries-left', { count: left })
      }
      if (account.state === 'disabled') throw refused('accounts.disabled')
      await Account.updateOne(
        { _id: account._id },
        { $set: { failures: 0, lastSignInAt: clock.now() }, $unset: { lockedUntil: 1 } },
      )
      return toActor(account, username)
    },

    /** `<account>:<epoch>`: raising the epoch ends every session at once. */
    async sessionStamp(actor: Actor): Promise<string> {
      const account = await Account.findById(actor.id).select('sessionEpoch').lean<AccountRecord>()
      return `${actor.id}:${account?.sessionEpoch ?? 0}:${actor.username}`
    },
    async actorOfSession(stamp: string): Promise<Actor | undefined> {
      const [id, epoch, username] = stamp.split(':')
      const account = await Account.findById(id).lean<AccountRecord>()
      if (!account || account.state !== 'active' || String(account.sessionEpoch) !== epoch) return undefined
      return toActor(account, username ?? '')
    },

    async create(input: NewAccount, by?: Actor): Promise<string> {
      const username = input.username.toLowerCase()
      const fault = passwordFault(input.password, username)
      if (fault) throw invalid(`accounts.${fault}`)
      const passwordHash = await hashPassword(input.password)
      const id = newId()
      await transact(async () => {
        if (await Username.exists({ _id: username })) throw conflict('accounts.username-taken')
        await Username.create([{ _id: username, accountId: id }])
        const { name, role, organisationId, region, personId, mustChangePassword = false } = input
        if (personId) await noteAccount(personId, id)
        await Account.create([
          {
            _id: id,
            name,
            role,
            organisationId,
            region,
            personId,
            mustChangePassword,
            passwordHash,
            createdAt: clock.now(),
            createdBy: by?.id,
          },
        ])
        noteAct('account', id, { role })
      })
      return id
    },

    /** Changes one's own password; ends every other session. */
    async changePassword(actor: Actor, current: string, next: string): Promise<void> {
      const account = await load(actor.id)
      if (!(await verify(account.passwordHash, current))) throw refused('accounts.wrong-current')
      // A first password that somebody else chose would stay known to two people.
      const fault = next === current ? 'same-as-current' : passwordFault(next, actor.username)
      if (fault) throw invalid(`accounts.${fault}`)
      const passwordHash = await hashPassword(next)
      await change(
        actor.id,
        { $set: { passwordHash, mustChangePassword: false }, $inc: { sessionEpoch: 1 } },
        'password',
      )
    },

    /** Gives somebody else a first password; one's own asks for the present one, so that a borrowed session takes no account. */
    async setPassword(id: string, password: string, by: Actor): Promise<void> {
      if (id === by.id) throw refused('accounts.own-password')
      const passwordHash = await hashPassword(password)
      await change(
        id,
        {
          $set: { passwordHash, mustChangePassword: true, failures: 0 },
          $inc: { sessionEpoch: 1 },
          $unset: { lockedUntil: 1 },
        },
        'password',
      )
    },
    async disable(id: string, by: Actor): Promise<void> {
      if (id === by.id) throw refused('accounts.not-yourself')
      await change(id, { $set: { state: 'disabled' }, $inc: { sessionEpoch: 1 } }, 'disabled')
    },
    enable: (id: string): Promise<void> =>
      change(id, { $set: { state: 'active', failures: 0 }, $unset: { lockedUntil: 1 } }, 'enabled'),
  }

  async function change(id: string, update: Record<string, unknown>, act: string) {
    await transact(async () => {
      const { matchedCount } = await Account.updateOne({ _id: id }, update)
      if (matchedCount === 0) throw notFound('account', id)
      noteAct('account', id, { act })
    })
  }

  async function toActor(account: AccountRecord, username: string): Promise<Actor> {
    const organisationName = account.organisationId ? await organisationNameOf(account.organisationId) : undefined
    return {
      id: String(account._id),
      username,
      name: account.name,
      role: account.role,
      ...(account.organisationId && { organisationId: account.organisationId }),
      ...(organisationName && { organisationName }),
      ...(account.region && { region: account.region }),
      ...(account.personId && { personId: account.personId }),
      ...(account.mustChangePassword && { mustChangePassword: true }),
    }
  }
}
export type AccountService = ReturnType<typeof createAccountService>

async function findByUsername(username: string): Promise<AccountRecord | undefined> {
  const found = await Username.findById(username).lean<{ accountId: string }>()
  return (found && (await Account.findById(found.accountId).lean<AccountRecord>())) ?? undefined
}

async function load(id: string): Promise<AccountRecord> {
  const account = await Account.findById(id).lean<AccountRecord>()
  if (!account) throw notFound('account', id)
  return account
}
