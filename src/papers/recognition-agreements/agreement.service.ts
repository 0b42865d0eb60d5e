import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import { transact } from '../../infra/mongo.js'
import type { OccupationService } from '../../registry/occupations/occupation.service.js'
import type { Clock, Day } from '../../shared/dates.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import { rowsOf, type NewRows } from '../equivalences/equivalence-rows.js'
import type { AgreementKind, RecognitionObject } from './agreement.data.js'
import { Agreement, AgreementVersion, agreementVersionId } from './agreement.model.js'
import { agreementQueries } from './agreement.queries.js'
import {
  agreementVerdict,
  equivalenceOn,
  objectVersionsOn,
  type AgreementAct,
  type EquivalenceRow,
  type SourcePaper,
} from '../equivalences/equivalence.rules.js'

export interface AgreementHeading {
  number: string
  title: string
  kind: AgreementKind
  clause: string
  sample: boolean
  from: Day
  to?: Day
}
type AgreementDocument = InstanceType<typeof Agreement>

/** Agreements and their equivalence tables: a draft that several may write, versions that nobody changes. */
export function createAgreementService({ clock, occupations }: { clock: Clock; occupations: OccupationService }) {
  return {
    async create(heading: AgreementHeading, actor: Actor): Promise<string> {
      const id = newId()
      await transact(async () => {
        await Agreement.create([
          {
            _id: id,
            ...heading,
            draftState: 'editing',
            makers: [actor.id],
            timeline: [stepOf('created', actor)],
            createdAt: clock.now(),
          },
        ])
        noteAct('recognition-agreement', id)
      })
      return id
    },

    editHeading: (id: string, heading: AgreementHeading, actor: Actor, edition?: number): Promise<void> =>
      change(
        id,
        'edit',
        actor,
        edition,
        (agreement) =>
          void agreement.set({ ...heading, to: heading.to ?? undefined, makers: withMaker(agreement, actor) }),
      ),

    /** One line for each level; a line that the table has already is replaced. */
    async addRows(id: string, wanted: NewRows, actor: Actor, edition?: number): Promise<number> {
      const rows = await rowsOf(occupations, wanted)
      const keys = new Set(rows.map(({ key }) => key))
      await change(id, 'edit', actor, edition, (agreement) => {
        const kept = (agreement.toObject().rows as unknown as EquivalenceRow[]).filter(({ key }) => !keys.has(key))
        agreement.set({
          rows: [...kept, ...rows].sort((a, b) => (a.key < b.key ? -1 : 1)),
          makers: withMaker(agreement, actor),
        })
      })
      return rows.length
    },

    removeRow: (id: string, key: string, actor: Actor, edition?: number): Promise<void> =>
      change(id, 'edit', actor, edition, (agreement) => {
        const kept = (agreement.toObject().rows as unknown as EquivalenceRow[]).filter((row) => row.key !== key)
        agreement.set({ rows: kept, makers: withMaker(agreement, actor) })
      }),

    propose: (id: string, actor: Actor, edition?: number): Promise<void> =>
      change(
        id,
        'propose',
        actor,
        edition,
        (agreement) => void agreement.set({ draftState: 'proposed', makers: withMaker(agreement, actor) }),
        { act: 'proposed' },
      ),
    giveBack: (id: string, note: string, actor: Actor, edition?: number): Promise<void> =>
      change(id, 'give-back', actor, edition, (agreement) => void agreement.set({ draftState: 'editing' }), {
        act: 'returned',
        note,
      }),

    /** The draft becomes a version; what was decided by older ones stays as it was decided. */
    publish: (id: string, actor: Actor, edition?: number): Promise<void> =>
      change(
        id,
        'publish',
        actor,
        edition,
        async (agreement) => {
          const version = agreement.version + 1
          const { number, title, kind, clause, sample, from, to, rows } = agreement.toObject()
          await AgreementVersion.create([
            {
              _id: agreementVersionId(id, version),
              agreementId: id,
              version,
              number,
              title,
              kind,
              clause,
              sample,
              from,
              to,
              rows,
              publishedOn: clock.today(),
              publishedByName: actor.name,
            },
          ])
          agreement.set({ version, draftState: 'none', makers: [] })
        },
        { act: 'published' },
      ),

    /** Opens the table for a next version; the one in force stays until that is published. */
    async revise(id: string, from: Day, actor: Actor): Promise<void> {
      await transact(async () => {
        const agreement = await load(id)
        if (agreement.draftState !== 'none') throw refused('agreements.wrong-state')
        agreement.set({ draftState: 'editing', from, makers: [actor.id] })
        agreement.timeline!.push(stepOf('revised', actor))
        await agreement.save()
        noteAct('recognition-agreement', id, { to: 'editing' })
      })
    },

    /** What the tables in force on a day say of a paper. */
    equivalence: async (paper: SourcePaper, on: Day) => equivalenceOn(await agreementQueries.published(), paper, on),
    /** The agreements that recognise a body or an institution of a neighbour today. */
    ofObject: async (object: RecognitionObject, region: string) =>
      objectVersionsOn(await agreementQueries.published(), object, region, clock.today()),
  }

  async function change(
    id: string,
    act: AgreementAct,
    actor: Actor,
    edition: number | undefined,
    work: (agreement: AgreementDocument) => unknown,
    step?: { act: string; note?: string },
  ) {
    await transact(async () => {
      const agreement = await load(id)
      if (edition !== undefined && agreement.get('edition') !== edition) throw conflict('changed-meanwhile')
      const last =
        agreement.version > 0
          ? await AgreementVersion.findById(agreementVersionId(id, agreement.version))
              .select('from')
              .lean<{ from: Day }>()
          : undefined
      const { draftState, rows, makers, from, to } = agreement
      const verdict = agreementVerdict(act, { draftState, rows, makers, from, to, lastFrom: last?.from }, actor.id)
      if (!verdict.ok)
        throw verdict.reason === 'maker-is-checker'
          ? forbidden('maker-is-checker')
          : refused(`agreements.${verdict.reason}`, { from: last?.from ?? '' })
      await work(agreement)
      if (step) agreement.timeline!.push(stepOf(step.act, actor, step.note))
      await agreement.save()
      noteAct('recognition-agreement', id, { act })
    })
  }

  function stepOf(act: string, { id, name }: Actor, note?: string) {
    return { act, at: clock.now(), byId: id, byName: name, ...(note && { note }) }
  }
}
export type AgreementService = ReturnType<typeof createAgreementService>

const withMaker = ({ makers }: AgreementDocument, { id }: Actor): string[] => [...new Set([...makers, id])]

async function load(id: string): Promise<AgreementDocument> {
  const agreement = await Agreement.findById(id)
  if (!agreement) throw notFound('recognition-agreement', id)
  return agreement
}
