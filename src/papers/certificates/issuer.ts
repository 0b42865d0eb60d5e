import type { PolicyService } from '../../office/policies/policy.service.js'
import { Organisation, type OrganisationRecord } from '../../registry/organisations/organisation.model.js'
import { notFound, refused } from '../../shared/errors.js'
import type { IssuerOf } from './certificate-chunk.js'
import { levelSeries, patternSeries, type SeriesVerdict } from './certificate-number.rules.js'

type LicenceVerdict = (organisation: OrganisationRecord, course: { lineage?: string | null; level?: number | null; on: string }) => { ok: true } | { ok: false; reason: string }

/** A level certificate is issued by the assessment body within its licence, a completion certificate by the institution. */
export function createIssuerOf({ policies, licenceVerdict }: { policies: PolicyService; licenceVerdict: LicenceVerdict }): IssuerOf {
  return async (run, family, issuedOn) => {
    const issuerId = family === 'level' ? run.assessmentBodyId : run.organisationId
    const organisation = issuerId ? await Organisation.findById(issuerId).lean<OrganisationRecord>() : null
    if (!organisation) throw family === 'level' ? refused('certificates.body-missing') : notFound('organisation', issuerId)
    if (family === 'level') {
      const licence = licenceVerdict(organisation, { lineage: run.course.lineage, level: run.course.level, on: issuedOn })
      if (!licence.ok) throw refused('certificates.body-not-licensed', { name: organisation.name })
    }
    const series = family === 'level' ? levelSeries(organisation.certificatePrefix, issuedOn, run.course.level ?? 0) : patternSeries((await policies.figure<string>('certificate.completion-number', issuedOn)).value, issuedOn)
    return { issuerId: String(organisation._id), issuerName: organisation.name, series: seriesOrRefuse(series) }
  }
}

function seriesOrRefuse(verdict: SeriesVerdict): string {
  if (!verdict.ok) throw refused(`certificates.${verdict.reason}`)
  return verdict.series
}
