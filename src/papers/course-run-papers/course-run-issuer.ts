import type { PolicyService } from '../../office/policies/policy.service.js'
import { Organisation, type OrganisationRecord } from '../../registry/organisations/organisation.model.js'
import { notFound, refused } from '../../shared/errors.js'
import { levelSeries, patternSeries, type SeriesVerdict } from '../certificate-numbers/certificate-number.rules.js'
import type { Issuer } from '../certificates/certificate-maker.js'

/** Who signs the paper and from which series its number comes. Throws a refusal when the body may not issue. */
export type IssuerOf = (
  source: {
    organisationId: string
    assessmentBodyId?: string | null
    course: { lineage?: string | null; level?: number | null }
  },
  family: string,
  issuedOn: string,
) => Promise<Issuer>
export type LicenceVerdict = (
  organisation: OrganisationRecord,
  course: { lineage?: string; level?: number; on: string },
) => { ok: true } | { ok: false; reason: string }

/** A level certificate is issued by the assessment body within its licence, a completion certificate by the institution. */
export function createIssuerOf({
  policies,
  licenceVerdict,
}: {
  policies: PolicyService
  licenceVerdict: LicenceVerdict
}): IssuerOf {
  return async (run, family, issuedOn) => {
    const issuerId = family === 'level' ? run.assessmentBodyId : run.organisationId
    if (!issuerId) throw refused('certificateBatches.body-missing')
    const organisation = await Organisation.findById(issuerId).lean<OrganisationRecord>()
    if (!organisation) throw notFound('organisation', issuerId)
    const issuer = { issuerId: String(organisation._id), issuerName: organisation.name }
    if (family === 'completion') {
      const { value } = await policies.figure<string>('certificate.completion-number', issuedOn)
      return { ...issuer, series: seriesOrRefuse(patternSeries(value, issuedOn)) }
    }
    const { lineage, level } = run.course
    const licence = licenceVerdict(organisation, { ...(lineage && { lineage }), ...(level && { level }), on: issuedOn })
    if (!licence.ok) throw refused('certificateBatches.body-not-licensed', { name: organisation.name })
    return { ...issuer, series: seriesOrRefuse(levelSeries(organisation.certificatePrefix, issuedOn, level ?? 0)) }
  }
}

function seriesOrRefuse(verdict: SeriesVerdict): string {
  if (!verdict.ok) throw refused(`certificateBatches.${verdict.reason}`)
  return verdict.series
}
