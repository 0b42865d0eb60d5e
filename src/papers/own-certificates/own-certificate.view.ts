import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import { certificateName, certificateTag, printedFacts, printedOf } from '../certificates/certificate-facts.view.js'
import type { CertificateRecord } from '../certificates/certificate.model.js'
import { revocationFacts } from '../certificates/certificate.view.js'

/** One certificate on a phone: the picture first, then how to show and save it, then every fact. */
export function ownCertificatePage(
  t: Translate,
  certificate: CertificateRecord,
  { today, publicUrl }: { today: string; publicUrl: string },
): Page & Record<string, unknown> {
  const id = String(certificate._id)
  const phone = t('frame.phoneNumber')
  const paper = t(`certificates.${certificate.family}`)
  const shareTitle = t('own.shareTitle', { holder: certificate.holderName, paper })
  const usable = certificate.state === 'issued'
  return {
    layout: 'public',
    width: 'phone',
    title: certificateName(certificate),
    tag: certificateTag(t, certificate, today),
    robots: 'noindex',
    crumbs: [
      { text: t('own.title'), href: paths.me.home() },
      { text: t('own.certificate'), href: '' },
    ],
    openGraph: {
      title: shareTitle,
      description: t('verification.shareText'),
      ...(usable && { image: `${publicUrl}${paths.verify.picture(certificate.token)}` }),
    },
    picture: {
      src: paths.me.picture(id),
      alt: t('certificates.pictureAlt', { holder: certificate.holderName, paper, number: certificate.number }),
    },
    verifyHref: paths.verify.token(certificate.token),
    shareUrl: `${publicUrl}${paths.verify.token(certificate.token)}`,
    shareTitle,
    pdfHref: paths.me.pdf(id),
    first: revocationFacts(t, certificate),
    facts: printedFacts(t, certificate),
    ...(certificate.state === 'revoked' && { note: { kind: 'void', text: t('own.revokedNote', { phone }) } }),
    ...(certificate.state === 'superseded' &&
      certificate.supersededBy && {
        note: {
          text: t('own.replacedNote'),
          actions: [{ text: t('own.seeNew'), href: paths.me.certificate(certificate.supersededBy), style: 'outline' }],
        },
      }),
    wrong: t('own.wrong', { issuer: printedOf(certificate).issuerName, phone }),
  }
}
