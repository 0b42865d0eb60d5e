import type { PersonRecord } from '../../registry/people/person.model.js'
import type { Actor } from '../../shared/permissions.js'
import type { Issuer } from '../certificates/certificate-maker.js'
import type { IssuedFamily, SourceKind } from '../certificates/certificate.model.js'
import type { Issue } from '../certificate-drawing/printed-facts.js'
import type { Paper } from '../certificate-drawing/certificate-render.js'
import type { IssueFault } from '../certificate-issue/issue.rules.js'

/** One line of a source that may become a paper: an enrolment, an apprentice, a result of a contest, a recognition case. */
export interface Holding {
  lineId: string
  person: PersonRecord
  /** what the paper prints, without the photo */
  paper(issue: Issue): Paper
  /** how the certificate is found and bounded */
  record: {
    institutionId?: string
    region: string
    occupationId?: string | null
    lineage?: string | null
    level?: number | null
  }
  /** why no paper may be made of it now; whether one was made already is not asked here */
  fault?: IssueFault
}

export interface SourceHead {
  kind: SourceKind
  id: string
  title: string
  /** whose it is */
  organisationId: string
  region: string
  /** the main family first */
  families: readonly IssuedFamily[]
  /** the first day on which a paper may be dated; undefined until results stand */
  settledOn?: string
  /** the body that issues the main family, where it is not the owner itself */
  issuerName?: string
  /** how many lines the source has in all, for its tabs */
  size?: number
}

/** A source that was found: the batch asks it everything that depends on its kind. */
export interface CertificateSource {
  head: SourceHead
  sees(actor: Actor): boolean
  mayIssue(actor: Actor, family: IssuedFamily): boolean
  /** Who signs, in which series of numbers. Throws a refusal when the body may not issue. */
  issuer(family: IssuedFamily, issuedOn: string): Promise<Issuer>
  /** the lines that have earned a paper of this family, with or without one */
  earned(family: IssuedFamily): Promise<string[]>
  /** lines that are gone are left out */
  holdings(family: IssuedFamily, lineIds: readonly string[]): Promise<Holding[]>
  /** Inside the transaction of the papers: each line learns of its new paper. */
  papersMade(family: IssuedFamily, papers: readonly { lineId: string; certificateId: string }[]): Promise<void>
  /** Inside the transaction: a line loses its paper, or gets another in its place. */
  paperChanged(family: IssuedFamily, lineId: string, before: string, after: string | undefined): Promise<void>
  /** Inside the transaction: person-times that rest on these papers are counted again; `effect` names what happened once. */
  countAgain?(effect: string): Promise<void>
}

export type OpenSource = (id: string) => Promise<CertificateSource | undefined>
export type CertificateSources = Readonly<Record<SourceKind, OpenSource>>
