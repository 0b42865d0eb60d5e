import { noteAct } from '../../infra/context.js'
import { newId } from '../../infra/ids.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { paths } from '../../paths.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import { conflict, forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { Step } from '../../shared/timeline.js'
import { CourseRun, type CourseRunRecord } from '../../training/course-runs/course-run.model.js'
import { Enrolment, type EnrolmentRecord } from '../../training/enrolments/enrolment.model.js'
import type { Block, CertificateNumberService } from '../certificate-numbers/certificate-number.service.js'
import { createCertificateMaker, type Draft, type Edition, type Issuer } from './certificate-maker.js'
import { Certificate, type CertificateRecord, type ReissueReason, type RevocationReason } from './certificate.model.js'
import { createPictures } from './certificate-picture.js'
import { certificateQueries } from './certificate.queries.js'
import { changesOf, isIssuer, reissueVerdict, revokeVerdict, seesCertificate, type Change } from './certificate.rules.js'
import { tellHolders } from './holder-news.js'
import { paperOf, type Source } from './printed-facts.js'

type IssuerOf = (run: CourseRunRecord, family: 'level' | 'completion', issuedOn: string) => Promise<Issuer>
interface Needs extends Pick<Infra, 'clock' | 'files' | 'outbox' | 'publicUrl'> { numbers: CertificateNumberService; issuerOf: IssuerOf; notifications: NotificationService }

export interface Revocation { reason: RevocationReason; document?: string; note: string }
export interface Reissue { reason: ReissueReason; note: string }
export interface ReissuePreview { edition: Edition; source: Source; changes: Change[] }

/** What happens to a paper after it was issued: nothing is deleted, every paper keeps its page. */
export function createCertificateService({ clock, files, outbox, publicUrl, numbers, issuerOf, notifications }: Needs) {
  const maker = createCertificateMaker({ clock, files, publicUrl })
  const service = {
    picture: createPictures({ files }),
    pdf: async (certificate: CertificateRecord): Promise<Buffer> => (await files.get(certificate.fileSha256)).bytes,

    async get(id: string): Promise<CertificateRecord> {
      const certificate = await certificateQueries.find(id)
      if (!certificate) throw notFound('certificate', id)
      return certificate
    },
    async getFor(id: string, actor: Actor): Promise<CertificateRecord> {
      const certificate = await service.get(id)
      if (!seesCertificate(actor, certificate)) throw forbidden('not-yours')
      return certificate
    },

    async revoke(id: string, { reason, document, note }: Revocation, actor: Actor): Promise<void> {
      const certificate = await service.getFor(id, actor)
      if (!isIssuer(actor, certificate)) throw forbidden('not-yours')
      const verdict = revokeVerdict(certificate)
      if (!verdict.ok) throw refused(`certificates.${verdict.reason}`)
      await transact(async () => {
        await change(certificate, { state: 'revoked', revokedOn: clock.today(), revokedReason: reason, ...(document && { revokedDocument: document }), revokedNote: note }, stepOf('revoked', actor, reason))
        await Enrolment.updateOne({ _id: certificate.enrolmentId, certificateId: id }, { $unset: { certificateId: 1 } })
        await spread(certificate, 'certificates.toldRevoked', id)
        noteAct('certificate', id, { state: 'revoked', reason })
      })
    },

    /** What a new paper would say today, and in what it differs from this one. */
    async preview(certificate: CertificateRecord): Promise<ReissuePreview> {
      const run = await CourseRun.findById(certificate.courseRunId).lean<CourseRunRecord>()
      const enrolment = await Enrolment.findById(certificate.enrolmentId).lean<EnrolmentRecord>()
      const person = await Person.findById(certificate.personId).lean<PersonRecord>()
      if (!run || !enrolment || !person) throw notFound('enrolment', certificate.enrolmentId)
      const issuedOn = clock.today()
      const edition = { family: certificate.family, issuedOn, issuer: await issuerOf(run, certificate.family, issuedOn) }
      const source = { run, enrolment, person }
      const { facts } = paperOf(certificate.family, { number: '', token: '', issuedOn, issuerName: edition.issuer.issuerName, publicUrl }, source)
      return { edition, source, changes: changesOf(certificate.paper as Record<string, unknown>, { ...facts }, { before: certificate.photoFile, after: person.photoFile }) }
    },

    /** 换发: a new paper with a new number; old and new point at each other for ever. Returns the new certificate's id. */
    async reissue(id: string, { reason, note }: Reissue, actor: Actor): Promise<string> {
      const certificate = await service.getFor(id, actor)
      if (!isIssuer(actor, certificate)) throw forbidden('not-yours')
      const { edition, source, changes } = await service.preview(certificate)
      const verdict = reissueVerdict(certificate, actor.role === 'administrator', changes.length, reason)
      if (!verdict.ok) throw refused(`certificates.${verdict.reason}`)
      const { draft, block } = await drawn(edition, source, `reissue:${id}`)
      await transact(async () => {
        await change(certificate, { state: 'superseded', supersededBy: draft.id }, stepOf('replaced', actor, reason))
        await maker.store([draft], { edition, supersedes: id, reissueReason: reason, step: { ...stepOf('reissued', actor, reason), note } })
        await numbers.settle([block], new Map([[draft.number, draft.id]]))
        await Enrolment.updateOne({ _id: certificate.enrolmentId, certificateId: { $in: [id, null] } }, { $set: { certificateId: draft.id } })
        await spread({ ...certificate, number: draft.number }, 'certificates.toldReissued', draft.id)
        noteAct('certificate', id, { supersededBy: draft.id, reason })
      })
      return draft.id
    },
  }
  return service

  async function drawn(edition: Edition, source: Source, holder: string): Promise<{ draft: Draft; block: Block }> {
    const photo = source.person.photoFile ? (await files.get(source.person.photoFile)).bytes : undefined
    maker.check(edition, source, photo)
    const [block] = await numbers.reserve(edition.issuer.series, 1, holder)
    if (!block) throw refused('certificates.series-full')
    return { draft: maker.draft(edition, source, block.numbers[0]!, photo), block }
  }

  function stepOf(act: string, actor: Actor, to: string): Step {
    return { act, at: clock.now(), byId: actor.id, byName: actor.name, to }
  }

  /** Only the paper that was looked at is changed: somebody else's change in between is a conflict. */
  async function change({ _id, state, version }: CertificateRecord & { version?: number }, set: Record<string, unknown>, step: Step): Promise<void> {
    const { modifiedCount } = await Certificate.updateOne({ _id, state, version }, { $set: set, $push: { timeline: step }, $inc: { version: 1 } })
    if (modifiedCount === 0) throw conflict('changed-meanwhile')
  }

  /** Who must hear of it: the ledgers of person-times and credits, the holder, and the institution. */
  async function spread({ number, personId, courseRunId, institutionId }: CertificateRecord, key: string, id: string): Promise<void> {
    if (courseRunId) await outbox.publish('person-times.settle-run', `${courseRunId}:${newId()}`, { courseRunId })
    await outbox.publish('credits.settle-person', `${personId}:${newId()}`, { personId })
    await tellHolders(notifications, [{ id, number, personId }], key)
    if (institutionId) await notifications.tell({ audience: { organisationId: institutionId }, key: `${key}Institution`, params: { number }, href: paths.certificates.show(id) })
  }
}
export type CertificateService = ReturnType<typeof createCertificateService>
