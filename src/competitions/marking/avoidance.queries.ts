import { Account } from '../../registry/accounts/account.model.js'
import { CourseRun } from '../../training/course-runs/course-run.model.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import { Entry, type EntryRecord } from '../entries/entry.model.js'
import type { ContestantFacts, JudgeFacts } from './avoidance.rules.js'
import { assigned } from './marking.queries.js'

export async function judgesOf(eventId: string): Promise<JudgeFacts[]> {
  const judges = await assigned(eventId, 'judge')
  const accounts = await Account.find({ _id: { $in: judges.map(({ accountId }) => accountId) } })
    .select('personId organisationId')
    .lean<{ _id: string; personId?: string; organisationId?: string }[]>()
  const accountOf = new Map(accounts.map((account) => [account._id, account]))
  return judges.map(({ accountId, accountName, organisationId }) => {
    const account = accountOf.get(accountId)
    const own = organisationId ?? account?.organisationId
    return {
      accountId,
      name: accountName,
      ...(own && { organisationId: own }),
      ...(account?.personId && { personId: account.personId }),
    }
  })
}

/** What judges step back from, of each entry: its organisations, its people, and who trained them. */
export async function contestantFacts(entryIds: readonly string[]): Promise<Map<string, ContestantFacts>> {
  const entries = await Entry.find({ _id: { $in: entryIds } }).lean<EntryRecord[]>()
  const personIds = entries.flatMap((entry) => entry.personIds ?? [])
  const enrolments = await Enrolment.find({ personId: { $in: personIds }, state: 'enrolled' })
    .select('personId courseRunId')
    .lean<{ personId: string; courseRunId: string }[]>()
  const runs = await CourseRun.find({ _id: { $in: enrolments.map(({ courseRunId }) => courseRunId) } })
    .select('organisationId teachers lessons.teacher')
    .lean<{ _id: string; organisationId: string; teachers?: { name: string }[]; lessons?: { teacher?: string }[] }[]>()
  const runOf = new Map(
    runs.map((run) => [
      run._id,
      {
        organisationId: run.organisationId,
        teachers: [
          ...new Set([
            ...(run.teachers ?? []).map(({ name }) => name),
            ...(run.lessons ?? []).flatMap(({ teacher }) => teacher ?? []),
          ]),
        ],
      },
    ]),
  )
  return new Map(
    entries.map((entry): [string, ContestantFacts] => {
      const people = entry.personIds ?? []
      return [
        String(entry._id),
        {
          personIds: people,
          organisationIds: [
            ...new Set(
              [entry.organisationId, ...entry.members.map(({ organisationId }) => organisationId)].filter(
                (id): id is string => Boolean(id),
              ),
            ),
          ],
          taughtBy: enrolments
            .filter(({ personId }) => people.includes(personId))
            .flatMap(({ courseRunId }) => runOf.get(courseRunId) ?? []),
        },
      ]
    }),
  )
}
