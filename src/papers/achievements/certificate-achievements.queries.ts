import { certificateName, printedOf } from '../certificates/certificate-facts.view.js'
import { Certificate, type CertificateRecord } from '../certificates/certificate.model.js'
import { paperStanding, type Achievement } from './achievement.rules.js'

const fields = 'personId family state number paper occupationId lineage level region issuedOn supersedes supersededBy'

/** Papers that are results of their own. A corrected paper carries on what its first edition began. */
export async function certificateAchievements(personIds: readonly string[]): Promise<Achievement[]> {
  const rows = await Certificate.find({ personId: { $in: [...personIds] }, family: 'level' })
    .select(fields)
    .lean<CertificateRecord[]>()
  const byId = new Map(rows.map((row) => [String(row._id), row]))
  return rows.filter(({ state }) => state !== 'superseded').map((row) => achievementOf(row, firstOf(row, byId)))
}

function achievementOf(row: CertificateRecord, first: CertificateRecord): Achievement {
  const printed = printedOf(row)
  return {
    key: `certificate:${first._id}`,
    personId: row.personId,
    kind: 'level-certificate',
    title: certificateName(row),
    source: printed.issuerName,
    on: first.issuedOn,
    grade: 'issued',
    region: row.region,
    number: row.number,
    certificateId: String(row._id),
    ...(row.level && { level: row.level }),
    ...(row.lineage && { lineage: row.lineage }),
    ...(printed.occupationName && { occupation: printed.occupationName }),
    ...paperStanding(row.state),
  }
}

/** The first edition in a chain of corrections; a chain never leads in a circle, and is bounded all the same. */
function firstOf(row: CertificateRecord, byId: ReadonlyMap<string, CertificateRecord>): CertificateRecord {
  let first = row
  for (let steps = 0; steps < byId.size && first.supersedes && byId.has(first.supersedes); steps += 1)
    first = byId.get(first.supersedes)!
  return first
}
