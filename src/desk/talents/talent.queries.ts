import { Certificate, type CertificateRecord } from '../../papers/certificates/certificate.model.js'
import { recognitionQueries } from '../../papers/recognitions/recognition.queries.js'
import { Person } from '../../registry/people/person.model.js'
import type { Day } from '../../shared/dates.js'
import type { Level } from '../../shared/levels.js'
import type { PaperState, TalentPaper } from './talent.rules.js'

const taken = ['personId', 'lineage', 'level', 'region', 'issuedOn', 'expiresOn', 'state', 'number'] as const
type Row = Pick<CertificateRecord, (typeof taken)[number]> & { _id: string; occupation?: string }
/** Others are answered between two batches, however many papers there are. */
const batch = 2000

/** Every level certificate issued here that nothing replaced, and every recognised paper that counts: from the raw facts. */
export async function talentPapers(today: Day): Promise<TalentPaper[]> {
  const local = await Certificate.find({ family: 'level', state: { $ne: 'superseded' as const } })
    .select({ ...Object.fromEntries(taken.map((field) => [field, 1])), occupation: '$paper.occupationName' })
    .batchSize(batch)
    .lean<Row[]>()
  const recognised = await recognitionQueries.talentRecognitions()
  return [
    ...local.map(
      ({ _id, personId, lineage, level, region, issuedOn, expiresOn, state, number, occupation }): TalentPaper => ({
        id: _id,
        personId,
        origin: 'local',
        lineage: lineage ?? 'none',
        occupation: occupation ?? '',
        level: (level ?? 1) as Level,
        region,
        on: issuedOn,
        number,
        state: stateOn(state, expiresOn, today),
      }),
    ),
    ...recognised.map(({ _id, personId, region, source, equivalence }): TalentPaper => ({
      id: _id,
      personId,
      origin: 'recognised',
      lineage: source.lineage,
      occupation: source.occupationName,
      level: (equivalence?.row?.targetLevel ?? source.level) as Level,
      region,
      on: source.issuedOn,
      number: source.number,
      state: source.expiresOn && source.expiresOn < today ? 'expired' : 'valid',
    })),
  ]
}

const stateOn = (state: CertificateRecord['state'], expiresOn: string | null | undefined, today: Day): PaperState =>
  state === 'issued' || state === 'superseded' ? (expiresOn && expiresOn < today ? 'expired' : 'valid') : state

/** Names for the rows of one page. */
export async function namesOf(personIds: readonly string[]): Promise<Map<string, { name: string; idMasked: string }>> {
  const rows = await Person.find({ _id: { $in: [...personIds] } })
    .select('name idMasked')
    .lean<{ _id: string; name: string; idMasked: string }[]>()
  return new Map(rows.map(({ _id, name, idMasked }) => [_id, { name, idMasked }]))
}
