import { paths } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import type { Step } from '../../shared/timeline.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment } from '../../web/story-models.js'
import type { Row } from '../../web/table-models.js'
import { momentsOf } from '../../web/moments.js'
import type { SourceHead } from '../certificate-sources/certificate-source.js'
import { sourcePlaces } from '../certificate-sources/source-place.view.js'
import { certificateName, certificateTag, printedFacts } from './certificate-facts.view.js'
import type { CertificateRecord } from './certificate.model.js'
import { followsItsSource } from './certificate.rules.js'

/** What a revocation shows: date, class of reason and decision to everybody, the note to those in charge. */
export function revocationFacts(
  t: Translate,
  { revokedOn, revokedReason, revokedDocument, revokedNote }: CertificateRecord,
  inCharge = false,
): Fact[] {
  if (!revokedOn) return []
  return [
    { label: t('certificates.revokedOn'), value: formatDay(revokedOn, t.lang), strong: true },
    {
      label: t('certificates.revokedReason'),
      value: t(`certificates.revoked-${revokedReason ?? 'other'}`),
      strong: true,
    },
    ...(revokedDocument ? [{ label: t('certificates.revokedDocument'), value: revokedDocument }] : []),
    ...(inCharge && revokedNote ? [{ label: t('certificates.revokedNote'), value: revokedNote }] : []),
  ]
}

export function certificateMoments(t: Translate, timeline: readonly Step[], inCharge: boolean): Moment[] {
  const reason = ({ act, to }: Step) =>
    !to ? '' : t(`certificates.${act === 'revoked' ? 'revoked' : 'reissue'}-${to}`)
  return momentsOf(
    timeline,
    (step) => [t(`certificates.act-${step.act}`), reason(step)].filter(Boolean).join(t.lang === 'en' ? ': ' : '：'),
    { note: () => inCharge },
  )
}

const chainRows = (
  t: Translate,
  chain: readonly CertificateRecord[],
  current: CertificateRecord,
  today: string,
): Row[] =>
  chain.map((one) => ({
    text: one.number,
    sub:
      one._id === current._id
        ? `${formatDay(one.issuedOn, t.lang)} · ${t('certificates.chainHere')}`
        : formatDay(one.issuedOn, t.lang),
    ...(one._id !== current._id && { href: paths.certificates.show(String(one._id)) }),
    tag: certificateTag(t, one, today),
  }))

export interface CertificateAccess {
  mayRevoke: boolean
  mayReissue: boolean
  /** a new paper in place of one that was revoked wrongly */
  mayLift: boolean
  inCharge: boolean
  seesSource: boolean
}

function actionsOf(
  t: Translate,
  { _id, state, token, sourceKind }: CertificateRecord,
  access: CertificateAccess,
): Action[] {
  const id = String(_id)
  const follows = followsItsSource({ sourceKind })
  const mayRevoke = access.mayRevoke && !follows
  const mayReissue = state === 'revoked' ? access.mayLift && !follows : access.mayReissue
  return [
    { text: t('certificates.downloadPdf'), href: paths.certificates.pdf(id), style: 'primary', icon: 'download' },
    { text: t('certificates.openVerify'), href: paths.verify.token(token), style: 'outline' },
    ...(mayReissue && state !== 'superseded' && state !== 'suspended'
      ? [{ text: t('certificates.reissue'), href: paths.certificates.reissue(id), style: 'outline' as const }]
      : []),
    ...(mayRevoke && state === 'issued'
      ? [{ text: t('certificates.suspend'), href: paths.certificates.suspend(id), style: 'outline' as const }]
      : []),
    ...(mayRevoke && state === 'suspended'
      ? [{ text: t('certificates.resume'), href: paths.certificates.resume(id), style: 'outline' as const }]
      : []),
    ...(mayRevoke && (state === 'issued' || state === 'suspended')
      ? [{ text: t('certificates.revoke'), href: paths.certificates.revoke(id), style: 'outline-danger' as const }]
      : []),
  ]
}

export function certificatePage(
  t: Translate,
  certificate: CertificateRecord,
  {
    chain,
    access,
    today,
    source,
  }: { chain: readonly CertificateRecord[]; access: CertificateAccess; today: string; source: SourceHead },
): Page & Record<string, unknown> {
  const id = String(certificate._id)
  const paper = t(`certificates.${certificate.family}`)
  const proof = access.seesSource
    ? [
        {
          label: t(`certificates.source-${source.kind}`),
          value: source.title,
          href: sourcePlaces[source.kind].show(source.id),
        },
      ]
    : []
  return {
    layout: 'staff',
    title: certificate.holderName,
    tag: certificateTag(t, certificate, today),
    meta: certificateName(certificate),
    crumbs: [
      { text: t('certificates.title'), href: paths.certificates.list() },
      { text: certificate.number, href: '' },
    ],
    actions: actionsOf(t, certificate, access),
    first: revocationFacts(t, certificate, access.inCharge),
    facts: [...printedFacts(t, certificate), ...proof],
    picture: {
      src: paths.certificates.picture(id),
      alt: t('certificates.pictureAlt', { holder: certificate.holderName, paper, number: certificate.number }),
    },
    chain: chain.length > 1 ? chainRows(t, chain, certificate, today) : [],
    moments: certificateMoments(t, certificate.timeline as unknown as Step[], access.inCharge),
  }
}
