import { randomInt } from 'node:crypto'
import { noteAct } from '../../infra/context.js'
import type { Outbox } from '../../infra/outbox/outbox.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import type { PolicyKey } from '../../office/policies/policy.data.js'
import type { PolicyService } from '../../office/policies/policy.service.js'
import { paths } from '../../paths.js'
import { tellPeople } from '../../registry/accounts/person-news.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import type { PersonService } from '../../registry/people/person.service.js'
import type { Clock, Day } from '../../shared/dates.js'
import { isAppError, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { Enrolment } from '../../training/enrolments/enrolment.model.js'
import type { Achievements } from '../achievements/achievement.queries.js'
import { holds, type Achievement } from '../achievements/achievement.rules.js'
import { Certificate } from '../certificates/certificate.model.js'
import { addEntries, bookingsOf, hundredthsOf, type Difference } from '../credit-entries/credit-entry.service.js'
import type { Booking } from '../credit-entries/booking.rules.js'
import { creditText, type FigureOn } from '../credit-entries/credit.rules.js'
import { dualRow, keepDual } from '../dual-certificates/dual-certificate.service.js'
import { accountNumber } from './account-number.rules.js'
import { LearningAccount, LearningAccountNumber, type LearningAccountRecord } from './learning-account.model.js'

export interface Fence {
  fence(): Promise<void>
}
export interface Settlement {
  people: number
  differences: Difference[]
}
interface Needs {
  clock: Clock
  outbox: Outbox
  notifications: NotificationService
  policies: PolicyService
  achievements: Achievements
  people: Pick<PersonService, 'noteLearningAccount'>
}

// More people in one transaction win nothing (performance.md, last table).
const together = 50
const tries = 8

/** Accounts and their ledgers, kept in step with the raw facts: settling twice books nothing the second time. */
export function createLearningAccountService({ clock, outbox, notifications, policies, achievements, people }: Needs) {
  const service = {
    /** The holder opens the own account before there is any result. */
    async open(personId: string, actor: Actor): Promise<void> {
      if (actor.personId !== personId) throw refused('learningAccounts.not-linked')
      await transact(async () => {
        if (await LearningAccount.exists({ _id: personId })) throw refused('learningAccounts.already-open')
        await create(personId, 'holder')
        noteAct('learning-account', personId)
      })
    },
    settleRun: async (courseRunId: string, delivery?: Fence): Promise<Settlement> =>
      service.settlePeople(await Enrolment.distinct('personId', { courseRunId }), delivery),
    settleBatch: async (batchId: string, delivery?: Fence): Promise<Settlement> =>
      service.settlePeople(await Certificate.distinct('personId', { batchId }), delivery),
    settlePerson: (personId: string, delivery?: Fence): Promise<Settlement> =>
      service.settlePeople([personId], delivery),

    async settlePeople(personIds: readonly string[], delivery?: Fence): Promise<Settlement> {
      const figureOn = await policies.book()
      const sorted = [...new Set(personIds)].sort()
      const total: Settlement = { people: sorted.length, differences: [] }
      for (let from = 0; from < sorted.length; from += together)
        total.differences.push(...(await settleTogether(sorted.slice(from, from + together), figureOn, delivery)))
      return total
    },

    /** What a recount of some people would book; writes nothing. */
    async compare(personIds: readonly string[]): Promise<Settlement> {
      const figureOn = await policies.book()
      return { people: personIds.length, differences: await judge(personIds, figureOn, false) }
    },

    /** A dated figure of credit was added: everybody is judged again. Called inside the transaction that adds it. */
    async settleSince({ key, from }: { key: PolicyKey; from: Day }): Promise<void> {
      if (!key.startsWith('credit.') && !key.startsWith('dual-certificate.')) return
      await outbox.publish('credits.settle-all', `${key}:${from}`, { cause: `${key}:${from}` })
    },
  }
  return service

  /** Two settlements of one person collide at the account; the one that loses looks again at what the other wrote. */
  async function settleTogether(
    personIds: readonly string[],
    figureOn: FigureOn,
    delivery: Fence | undefined,
    attempt = 1,
  ): Promise<Difference[]> {
    try {
      return await transact(async () => {
        await delivery?.fence()
        return judge(personIds, figureOn, true)
      })
    } catch (error) {
      const collided = isAppError(error, 'conflict') && error.code === 'already-exists'
      if (!collided || attempt >= tries) throw error
      return settleTogether(personIds, figureOn, delivery, attempt + 1)
    }
  }

  async function judge(personIds: readonly string[], figureOn: FigureOn, write: boolean): Promise<Difference[]> {
    const of = { _id: { $in: [...personIds] } }
    if (write) await LearningAccount.updateMany(of, { $inc: { turn: 1 } })
    const accounts = new Map(
      (await LearningAccount.find(of).lean<LearningAccountRecord[]>()).map((account) => [String(account._id), account]),
    )
    const holders = await Person.find(of)
      .select('name idMasked birthOn regions')
      .lean<(Pick<PersonRecord, 'name' | 'idMasked' | 'birthOn' | 'regions'> & { _id: string })[]>()
    const found = await achievements.ofPeople(holders.map(({ _id }) => _id))
    const bookings = await bookingsOf(found, figureOn)
    const differences: Difference[] = []
    for (const person of holders) {
      const [own, booked] = [found.get(person._id) ?? [], bookings.get(person._id) ?? []]
      if (write && booked.length + own.filter(holds).length > 0)
        await book(person._id, booked, accounts.get(person._id), figureOn)
      if (write) await tellLosses(person._id, booked, own)
      differences.push(...booked.map((one) => ({ personId: person._id, id: one.id, hundredths: hundredthsOf(one) })))
      if (await keepDual(dualRow(person._id, person, own, figureOn), person._id, clock.now(), write))
        differences.push({ personId: person._id, id: `dual:${person._id}`, hundredths: 0 })
    }
    return differences
  }

  async function book(
    personId: string,
    bookings: readonly Booking[],
    account: LearningAccountRecord | undefined,
    figureOn: FigureOn,
  ): Promise<void> {
    const { entries } = account ?? (await create(personId, 'first-result'))
    if (bookings.length === 0) return
    await addEntries(personId, bookings, entries, { figureOn, now: clock.now(), today: clock.today() })
    await LearningAccount.updateOne({ _id: personId }, { $inc: { entries: bookings.length } })
  }

  /** What was earned anew at once is no loss; of a confirmation that was taken back its own message tells. */
  async function tellLosses(personId: string, bookings: readonly Booking[], own: readonly Achievement[]) {
    const anew = new Set(bookings.flatMap((one) => (one.act === 'earned' ? [one.row.achievement.key] : [])))
    const lost = bookings.flatMap((one) =>
      one.act === 'reversed' && one.reason !== 'cancelled' && !anew.has(one.of.key) ? [one.of] : [],
    )
    await tellPeople(
      notifications,
      lost.map(({ key, hundredths }) => ({
        personId,
        key: 'learningAccounts.toldReversed',
        params: { title: own.find((one) => one.key === key)?.title ?? key, credits: creditText(hundredths) },
        href: paths.myAccount.credits(),
      })),
    )
  }

  async function create(personId: string, openedBy: 'holder' | 'first-result'): Promise<{ entries: number }> {
    const number = accountNumber(randomInt(100_000_000_000))
    await LearningAccountNumber.create([{ _id: number, personId }])
    await LearningAccount.create([{ _id: personId, number, openedOn: clock.today(), openedBy, turn: 1, entries: 0 }])
    await people.noteLearningAccount(personId, number)
    return { entries: 0 }
  }
}
export type LearningAccountService = ReturnType<typeof createLearningAccountService>
