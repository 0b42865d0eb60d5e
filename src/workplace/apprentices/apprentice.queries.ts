import type { PolicyService } from '../../office/policies/policy.service.js'
import type { Day } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import { pinyinTyped } from '../../shared/pinyin.js'
import { literal } from '../../shared/text.js'
import { Cooperation, type CooperationRecord } from '../apprentice-contracts/cooperation.model.js'
import { Apprenticeship, type ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { Mentorship, type MentorshipRecord } from '../mentorships/mentorship.model.js'
import { logQueries } from '../workplace-logs/log.queries.js'
import { Apprentice, type ApprenticeRecord, type ApprenticeState } from './apprentice.model.js'
import { duesFor, duesOf, type Due } from '../apprentice-terms/apprentice-due.rules.js'

export type ApprenticeRow = ApprenticeRecord & { _id: string; version: number }
export const apprenticeViews = ['due', 'training', 'ended'] as const
export interface ApprenticeSearch {
  q?: string
  state?: ApprenticeState
  view?: (typeof apprenticeViews)[number]
  classId?: string
}
export interface ApprenticeLine {
  apprentice: ApprenticeRow
  title: string
  enterpriseName: string
  institutionName: string
  guides: MentorshipRecord[]
  dues: Due[]
}

type Filter = Record<string, unknown>
async function scopeFilter({ id, role, organisationId, region, personId }: Actor): Promise<Filter> {
  if (role === 'enterprise') return { enterpriseId: organisationId ?? 'none' }
  if (role === 'institution-manager' || role === 'institution-clerk') return { institutionId: organisationId ?? 'none' }
  if (role === 'mentor')
    return {
      enterpriseId: organisationId ?? 'none',
      _id: { $in: await Mentorship.distinct('apprenticeId', { guideId: id }) },
    }
  if (role === 'county-officer') return { region: region ?? 'none' }
  if (role === 'trainee') return { personId: personId ?? 'none' }
  return role === 'administrator' || role === 'auditor' ? {} : { _id: { $in: [] } }
}

function searchFilter({ q, state, view, classId }: ApprenticeSearch): Filter {
  const typed = q && pinyinTyped(q)
  const names = q
    ? [
        { personName: new RegExp(literal(q)) },
        { idMasked: new RegExp(`${literal(q.toUpperCase())}$`) },
        ...(typed ? [{ namePinyin: new RegExp(`^${typed}`) }, { nameInitials: new RegExp(`^${typed}`) }] : []),
      ]
    : []
  return {
    ...(names.length > 0 && { $or: names }),
    ...(state && { state }),
    ...(classId && { apprenticeshipId: classId }),
    ...((view === 'training' || view === 'due') && { state: 'training' }),
    ...(view === 'ended' && { state: { $ne: 'training' } }),
  }
}

const filterOf = async (search: ApprenticeSearch, actor: Actor): Promise<Filter> => ({
  $and: [await scopeFilter(actor), searchFilter(search)],
})

/** Reads for the lists and pages of apprentices. */
export function createApprenticeQueries({ policies }: { policies: PolicyService }) {
  const queries = {
    count: async (search: ApprenticeSearch, actor: Actor): Promise<number> =>
      Apprentice.countDocuments(await filterOf(search, actor)),

    async page(
      search: ApprenticeSearch,
      actor: Actor,
      today: Day,
      skip: number,
      limit: number,
    ): Promise<ApprenticeLine[]> {
      const rows = await Apprentice.find(await filterOf(search, actor))
        .sort({ state: -1, namePinyin: 1, _id: 1 })
        .skip(skip)
        .limit(limit)
        .lean<ApprenticeRow[]>()
      return queries.linesOf(rows, actor, today)
    },

    /** Those of whom this reader has something to do; few enough to be told in one list. */
    async due(search: ApprenticeSearch, actor: Actor, today: Day): Promise<ApprenticeLine[]> {
      const rows = await Apprentice.find(await filterOf({ ...search, view: 'training' }, actor))
        .sort({ namePinyin: 1, _id: 1 })
        .limit(mostDue)
        .lean<ApprenticeRow[]>()
      return (await queries.linesOf(rows, actor, today)).filter(({ dues }) => dues.length > 0)
    },

    /** One record with all that belongs on its line. */
    lineOf: async (row: ApprenticeRow, actor: Actor, today: Day): Promise<ApprenticeLine> =>
      (await queries.linesOf([row], actor, today))[0]!,

    async linesOf(rows: readonly ApprenticeRow[], { role }: Actor, today: Day): Promise<ApprenticeLine[]> {
      const ids = rows.map(({ _id }) => _id)
      const classIds = [...new Set(rows.map(({ apprenticeshipId }) => apprenticeshipId))]
      const classes = new Map(
        (
          await Apprenticeship.find({ _id: { $in: classIds } })
            .select('title enterpriseName institutionName state')
            .lean<(ApprenticeshipRecord & { _id: string })[]>()
        ).map((one) => [one._id, one]),
      )
      const agreements = new Map(
        (await Cooperation.find({ _id: { $in: classIds } }).lean<CooperationRecord[]>()).map((one) => [
          String(one._id),
          one,
        ]),
      )
      const guides = await Mentorship.find({ apprenticeId: { $in: ids } })
        .sort({ from: -1 })
        .lean<MentorshipRecord[]>()
      const tallies = await logQueries.tallies(ids)
      const figures = {
        midTermPercent: await figure('apprentice.mid-term-percent', today),
        minLabourMonths: await figure('apprentice.min-labour-months', today),
      }
      return rows.map((apprentice): ApprenticeLine => {
        const own = guides.filter(({ apprenticeId }) => apprenticeId === apprentice._id)
        const one = classes.get(apprentice.apprenticeshipId)
        const dues = duesOf(apprentice, {
          today,
          contracts: {
            labour: apprentice.labourContract,
            training: apprentice.trainingAgreement,
            cooperation: agreements.get(apprentice.apprenticeshipId),
          },
          guides: own,
          logsWaiting: tallies.get(apprentice._id)?.waiting ?? 0,
          ...figures,
        })
        return {
          apprentice,
          title: one?.title ?? '',
          enterpriseName: one?.enterpriseName ?? '',
          institutionName: one?.institutionName ?? '',
          guides: own,
          dues: duesFor(dues, role),
        }
      })
    },
  }
  return queries

  async function figure(
    key: 'apprentice.mid-term-percent' | 'apprentice.min-labour-months',
    day: Day,
  ): Promise<number> {
    return (await policies.figure<number>(key, day)).value
  }
}
export type ApprenticeQueries = ReturnType<typeof createApprenticeQueries>

const mostDue = 2000

/** Every apprenticeship of a person with the names of its class, newest first. */
export async function apprenticeshipsOfPerson(personId: string): Promise<
  {
    apprentice: ApprenticeRow
    title: string
    number: string
    enterpriseName: string
    institutionName: string
    occupationName: string
  }[]
> {
  const rows = await Apprentice.find({ personId }).sort({ from: -1 }).lean<ApprenticeRow[]>()
  const classes = await Apprenticeship.find({
    _id: { $in: rows.map(({ apprenticeshipId }) => apprenticeshipId) },
  }).lean<(ApprenticeshipRecord & { _id: string })[]>()
  return rows.flatMap((apprentice) => {
    const one = classes.find(({ _id }) => _id === apprentice.apprenticeshipId)
    return one
      ? [
          {
            apprentice,
            title: one.title,
            number: one.number,
            enterpriseName: one.enterpriseName,
            institutionName: one.institutionName,
            occupationName: one.occupationName,
          },
        ]
      : []
  })
}
