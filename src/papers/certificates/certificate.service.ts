import { noteAct } from '../../infra/context.js'
import type { Infra } from '../../infra/infra.js'
import { transact } from '../../infra/mongo.js'
import type { NotificationService } from '../../office/notifications/notification.service.js'
import { forbidden, notFound, refused } from '../../shared/errors.js'
import type { Actor } from '../../shared/permissions.js'
import type { Step } from '../../shared/timeline.js'
import type { Block, CertificateNumberService } from '../certificate-numbers/certificate-number.service.js'
import type { CertificateSource, CertificateSources, Holding } from '../certificate-sources/certificate-source.js'
import { createCertificateMaker, type Draft, type Edition } from './certificate-maker.js'
import type { CertificateRecord, ReissueReason, RevocationReason } from './certificate.model.js'
import { createPictures } from '../certificate-pictures/certificate-picture.js'
import { certificateQueries } from './certificate.queries.js'
import {
  changesOf,
  holdVerdict,
  isIssuer,
  reissueVerdict,
  revokeVerdict,
  seesCertificate,
  type Change,
  type HoldAct,
} from './certificate.rules.js'
import { assertPossible, change, spreading } from '../certificate-standing/paper-change.js'

interface Needs extends Pick<Infra, 'clock' | 'files' | 'outbox' | 'publicUrl'> {
  numbers: CertificateNumberService
  sources: CertificateSources
  notifications: NotificationService
}

export interface Revocation {
  reason: RevocationReason
  document?: string
  note: string
}
export interface Reissue {
  reason: ReissueReason
  note: string
}
export interface ReissuePreview {
  edition: Edition
  source: CertificateSource
  holding: Holding
  changes: Change[]
}

/** What happens to a paper after it was issued: nothing is deleted, every paper keeps its page. */
export function createCertificateService({ clock, files, outbox, publicUrl, numbers, sources, notifications }: Needs) {
  const maker = createCertificateMaker({ clock, files, publicUrl })
  const spread = spreading({ outbox, notifications })
  const service = {
    picture: createPictures({ files }),
    source: sourceOf,
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
      const certificate = await issuedBy(id, actor)
      assertPossible(revokeVerdict(certificate))
      await transact(async () => {
        await change(
          certificate,
          {
            state: 'revoked',
            revokedOn: clock.today(),
            revokedReason: reason,
            ...(document && { revokedDocument: document }),
            revokedNote: note,
          },
          stepOf('revoked', actor, reason),
        )
        const source = await sourceOf(certificate)
        await source.paperChanged(certificate.family, certificate.lineId, id, undefined)
        await spread(source, certificate, 'certificates.toldRevoked', id)
        noteAct('certificate', id, { state: 'revoked', reason })
      })
    },

    /** Out of use while it is under review, or in use again: the number, the paper and the mark on its line stay. */
    async hold(id: string, act: HoldAct, note: string, actor: Actor): Promise<void> {
      const certificate = await issuedBy(id, actor)
      assertPossible(holdVerdict(act, certificate))
      const [state, step] = act === 'suspend' ? (['suspended', 'suspended'] as const) : (['issued', 'resumed'] as const)
      await transact(async () => {
        await change(certificate, { state }, { act: step, at: clock.now(), byId: actor.id, byName: actor.name, note })
        await spread(await sourceOf(certificate), certificate, `certificates.told-${step}`, id)
        noteAct('certificate', id, { state })
      })
    },

    /** What a new paper would say today, and in what it differs from this one. */
    async preview(certificate: CertificateRecord): Promise<ReissuePreview> {
      const { family, lineId } = certificate
      const source = await sourceOf(certificate)
      const [holding] = await source.holdings(family, [lineId])
      if (!holding) throw notFound(certificate.sourceKind, lineId)
      const issuedOn = clock.today()
      const edition = { source: source.head, family, issuedOn, issuer: await source.issuer(family, issuedOn) }
      const { facts } = holding.paper({
        number: '',
        token: '',
        issuedOn,
        issuerName: edition.issuer.issuerName,
        publicUrl,
      })
      return {
        edition,
        source,
        holding,
        changes: changesOf(
          certificate.paper as Record<string, unknown>,
          { ...facts },
          { before: certificate.photoFile, after: holding.person.photoFile },
        ),
      }
    },

    /** 换发: a new paper with a new number; old and new point at each other for ever. Returns the new certificate's id. */
    async reissue(id: string, { reason, note }: Reissue, actor: Actor): Promise<string> {
      const certificate = await issuedBy(id, actor)
      const { edition, source, holding, changes } = await service.preview(certificate)
      assertPossible(reissueVerdict(certificate, actor.role === 'administrator', changes.length, reason))
      const { draft, block } = await drawn(edition, holding, `reissue:${id}`)
      await transact(async () => {
        await change(certificate, { state: 'superseded', supersededBy: draft.id }, stepOf('replaced', actor, reason))
        await maker.store([draft], {
          edition,
          supersedes: id,
          reissueReason: reason,
          step: { ...stepOf('reissued', actor, reason), note },
        })
        await numbers.settle([block], new Map([[draft.number, draft.id]]))
        await source.paperChanged(certificate.family, certificate.lineId, id, draft.id)
        await spread(source, { ...certificate, number: draft.number }, 'certificates.toldReissued', draft.id)
        noteAct('certificate', id, { supersededBy: draft.id, reason })
      })
      return draft.id
    },
  }
  return service

  async function issuedBy(id: string, actor: Actor): Promise<CertificateRecord> {
    const certificate = await service.getFor(id, actor)
    if (!isIssuer(actor, certificate)) throw forbidden('not-yours')
    return certificate
  }

  async function sourceOf({ sourceKind, sourceId }: CertificateRecord): Promise<CertificateSource> {
    const source = await sources[sourceKind](sourceId)
    if (!source) throw notFound(sourceKind, sourceId)
    return source
  }

  async function drawn(edition: Edition, holding: Holding, holder: string): Promise<{ draft: Draft; block: Block }> {
    const photo = holding.person.photoFile ? (await files.get(holding.person.photoFile)).bytes : undefined
    maker.check(edition, holding, photo)
    const [block] = await numbers.reserve(edition.issuer.series, 1, holder)
    if (!block) throw refused('certificates.series-full')
    return { draft: maker.draft(edition, holding, block.numbers[0]!, photo), block }
  }

  function stepOf(act: string, actor: Actor, to: string): Step {
    return { act, at: clock.now(), byId: actor.id, byName: actor.name, to }
  }
}
export type CertificateService = ReturnType<typeof createCertificateService>
