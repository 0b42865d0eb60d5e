import { transact } from '../../infra/mongo.js'
import type { Delivery } from '../../infra/outbox/delivery.js'
import { paths } from '../../paths.js'
import { PersonIdentity } from '../../registry/people/person.model.js'
import { addDays } from '../../shared/dates.js'
import type { Actor } from '../../shared/permissions.js'
import {
  loadCase,
  source,
  type CaseDocument,
  type CaseMoves,
  type RecognitionNeeds,
} from '../recognitions/recognition-record.js'
import type { RecognitionState } from '../recognitions/recognition.data.js'
import { Recognition } from '../recognitions/recognition.model.js'
import { SourceCheck, type SourceCheckRecord } from '../source-checks/source-check.model.js'
import { checkVerdict, endsRecognition, type KnownPaper } from '../source-checks/source-check.rules.js'
import { sourceRegisterQueries } from '../source-registers/source-register.queries.js'

const listening: readonly RecognitionState[] = ['accepted', 'waiting', 'checked', 'in-force', 'flagged']
const undecided: readonly RecognitionState[] = ['accepted', 'waiting', 'checked']

/** What the source says of the paper of a case: asked when it is accepted, when it waits, and heard when a register comes. */
export function createSourceAnswers({ clock, policies, notifications }: RecognitionNeeds, moves: CaseMoves) {
  const answers = {
    /** Looks in the registers; what stands in none is left to somebody who looks at the site. Inside the caller's transaction. */
    async ask(one: CaseDocument): Promise<void> {
      const id = String(one._id)
      const { region, number, issuer, family, edition, level, issuedOn } = one.source
      const entry = await sourceRegisterQueries.entry(region, number)
      if (!entry) return
      const _id = `${id}:${entry.registerId}`
      if (await SourceCheck.exists({ _id })) return
      const indexes = await PersonIdentity.find({ personId: one.personId }).lean<{ _id: string }[]>()
      const personIndex = indexes.find((index) => index._id === entry.personIndex)?._id ?? indexes[0]?._id ?? ''
      const { result, fields } = checkVerdict(
        { name: one.personName, personIndex, issuer, family, edition, level, issuedOn },
        entry as unknown as KnownPaper,
        clock.today(),
      )
      const check = {
        _id,
        caseId: id,
        kind: 'register' as const,
        result,
        fields,
        place: entry.sender,
        registerId: entry.registerId,
        asOf: entry.asOf,
        at: clock.now(),
        byId: source.id,
        byName: entry.sender,
      }
      await SourceCheck.create([check])
      await answers.take(one, check as unknown as SourceCheckRecord, source)
    },

    /** The case goes where the answer leads: on, waiting with a day to look again, or under question. */
    async take(one: CaseDocument, check: SourceCheckRecord, by: Pick<Actor, 'id' | 'name'>): Promise<void> {
      const today = clock.today()
      const { result } = check
      one.set({ checkId: String(check._id), checkResult: result, checkedText: textOf(check) })
      if (undecided.includes(one.state)) {
        const waits = result === 'not-found'
        const { value } = await policies.figure<number>('recognition.recheck-days', today)
        one.set(
          waits
            ? { firstNotFoundOn: one.firstNotFoundOn ?? today, nextCheckOn: addDays(today, value) }
            : { nextCheckOn: undefined },
        )
        return moves.enter(one, waits ? 'waiting' : 'checked', `check-${result}`, by)
      }
      if (one.state === 'in-force' && endsRecognition(result)) {
        one.set({ flaggedOn: today })
        await moves.enter(one, 'flagged', `check-${result}`, by)
        await moves.tell(one, 'recognitions.newsFlagged', { relying: true })
        return notifications.tell({
          audience: { role: 'administrator' },
          key: 'recognitions.newsFlaggedOffice',
          params: { number: one.number },
          href: paths.recognitions.show(String(one._id)),
        })
      }
      return moves.enter(one, one.state, `check-${result}`, by)
    },

    /** The job of a written portion of a register: every case whose paper stands in it hears of it, each in its own transaction. */
    async hear(registerId: string, first: number, last: number, delivery?: Pick<Delivery, 'fence'>): Promise<void> {
      const numbers = await sourceRegisterQueries.numbersOf(registerId, first, last)
      const cases = await Recognition.find({ 'source.number': { $in: numbers }, state: { $in: [...listening] } })
        .select('_id')
        .lean<{ _id: string }[]>()
      for (const { _id } of cases)
        await transact(async () => {
          await delivery?.fence()
          await answers.ask(await loadCase(_id))
        })
    },

    /** The daily job: cases whose day has come are asked again, and whoever handles them is reminded once a round. */
    async askDue(delivery?: Pick<Delivery, 'fence'>): Promise<void> {
      const today = clock.today()
      const due = await Recognition.find({ state: 'waiting', nextCheckOn: { $lte: today } })
        .select('_id')
        .limit(5000)
        .lean<{ _id: string }[]>()
      for (const { _id } of due)
        await transact(async () => {
          await delivery?.fence()
          const one = await loadCase(_id)
          if (one.state !== 'waiting' || !one.nextCheckOn || one.nextCheckOn > today) return
          await answers.ask(one)
          if (one.state !== 'waiting') return
          const { value } = await policies.figure<number>('recognition.recheck-days', today)
          one.set({ nextCheckOn: addDays(today, value) })
          await moves.enter(one, 'waiting', 'recheck-due', source)
          await notifications.tell({
            audience: { role: 'county-officer', region: one.region },
            key: 'recognitions.newsRecheck',
            params: { number: one.number },
            href: paths.recognitions.show(_id),
          })
        })
    },
  }
  return answers

  /** As the statement prints it: when, by what, who. */
  function textOf({ kind, place, asOf, byName }: SourceCheckRecord): string {
    const [year, month, day] = (kind === 'register' ? asOf! : clock.today()).split('-').map(Number)
    const on = `${year}年${month}月${day}日`
    return kind === 'register' ? `${on}　${place}登记册核验一致` : `${on}　经 ${place} 人工核验一致　核验员 ${byName}`
  }
}
export type SourceAnswers = ReturnType<typeof createSourceAnswers>
