import { roles, type Role } from '../../shared/permissions.js'
import { literal } from '../../shared/text.js'
import { Organisation } from '../organisations/organisation.model.js'
import { Account, Username, type AccountRecord } from './account.model.js'

export type AccountRow = AccountRecord & { username: string; organisationName?: string }

export interface OrganisationChoice {
  id: string
  name: string
}

/** Reads for the administrator's list of accounts. */
export const accountQueries = {
  /** Whom an account may belong to, by name. */
  async organisations(): Promise<OrganisationChoice[]> {
    const rows = await Organisation.find()
      .select('name')
      .sort({ namePinyin: 1 })
      .lean<{ _id: string; name: string }[]>()
    return rows.map(({ _id, name }) => ({ id: _id, name }))
  },
  isOrganisation: async (id: string): Promise<boolean> => Boolean(await Organisation.exists({ _id: id })),
  async list(
    { search, role, state }: { search?: string; role?: string; state?: AccountRecord['state'] | undefined },
    skip: number,
    limit: number,
  ): Promise<{ rows: AccountRow[]; total: number }> {
    const filter = {
      ...(isRole(role) && { role }),
      ...(state && { state }),
      ...(search && { $or: await named(search) }),
    }
    const [rows, total] = await Promise.all([
      Account.find(filter).sort({ role: 1, name: 1, _id: 1 }).skip(skip).limit(limit).lean<AccountRecord[]>(),
      Account.countDocuments(filter),
    ])
    return { rows: await withNames(rows), total }
  },
  /** Active accounts of an audience: one account, an organisation's people, or a role (of a region). */
  async idsOf({
    accountId,
    organisationId,
    role,
    region,
  }: {
    accountId?: string
    organisationId?: string
    role?: string
    region?: string
  }): Promise<string[]> {
    if (accountId) return [accountId]
    if (!organisationId && !isRole(role)) return []
    const rows = await Account.find({
      state: 'active',
      ...(organisationId && { organisationId }),
      // What is news for an organisation's office is none for its mentors, who may not open it.
      ...(isRole(role) ? { role } : { role: { $ne: 'mentor' as const } }),
      ...(region && { region }),
    })
      .select('_id')
      .lean<{ _id: string }[]>()
    return rows.map(({ _id }) => _id)
  },
  async find(id: string): Promise<AccountRow | undefined> {
    const account = await Account.findById(id).lean<AccountRecord>()
    return account ? (await withNames([account]))[0] : undefined
  },
}

const isRole = (text: string | undefined): text is Role => (roles as readonly (string | undefined)[]).includes(text)

/** By the name of the person or of the organisation, or by how the user name begins. */
async function named(search: string) {
  const name = new RegExp(literal(search))
  const [byUsername, organisations] = await Promise.all([
    Username.find({ _id: new RegExp(`^${literal(search.toLowerCase())}`) })
      .limit(500)
      .lean<{ accountId: string }[]>(),
    Organisation.find({ name }).select('_id').limit(500).lean<{ _id: string }[]>(),
  ])
  return [
    { name },
    { _id: { $in: byUsername.map(({ accountId }) => accountId) } },
    { organisationId: { $in: organisations.map(({ _id }) => String(_id)) } },
  ]
}

async function withNames(rows: AccountRecord[]): Promise<AccountRow[]> {
  const [usernames, organisations] = await Promise.all([
    Username.find({ accountId: { $in: rows.map(({ _id }) => String(_id)) } }).lean<
      { _id: string; accountId: string }[]
    >(),
    Organisation.find({ _id: { $in: rows.flatMap(({ organisationId }) => organisationId ?? []) } })
      .select('name')
      .lean<{ _id: string; name: string }[]>(),
  ])
  const usernameOf = new Map(usernames.map(({ _id, accountId }) => [accountId, _id]))
  const nameOf = new Map(organisations.map(({ _id, name }) => [String(_id), name]))
  return rows.map((row) => {
    const organisationName = nameOf.get(row.organisationId ?? '')
    return { ...row, username: usernameOf.get(String(row._id)) ?? '', ...(organisationName && { organisationName }) }
  })
}
