import { paths } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import { certificateName, changeFacts } from '../certificates/certificate-facts.view.js'
import { reissueReasons, revocationReasons, type CertificateRecord } from '../certificates/certificate.model.js'
import type { Change, HoldAct } from '../certificates/certificate.rules.js'

const crumbsOf = (t: Translate, { _id, number }: CertificateRecord, last: string) => [
  { text: t('certificates.title'), href: paths.certificates.list() },
  { text: number, href: paths.certificates.show(String(_id)) },
  { text: last, href: '' },
]
/** Which paper is asked about, on each of the pages that change it. */
const frameOf = (t: Translate, certificate: CertificateRecord, last: string, errors: Errors) => ({
  layout: 'staff' as const,
  width: 'form' as const,
  lead: [certificateName(certificate), t(`certificates.${certificate.family}`), certificate.number].join(' · '),
  problems: problemsOf(errors),
  crumbs: crumbsOf(t, certificate, last),
})

const noteField = (t: Translate): FieldSpec => ({
  name: 'note',
  label: t('certificateChanges.note'),
  kind: 'textarea',
  rows: 3,
  maxlength: 500,
  hint: t('certificateChanges.noteHint'),
})
/** Awards and statements count as nobody's person-time. */
const recount = (t: Translate, { family }: CertificateRecord, key: string): string[] =>
  family === 'level' || family === 'completion' ? [t(`certificateChanges.${key}`)] : []

/** look.md 5.11: the question, its effects, the reason apart from the note, the last four characters. */
export function revokePage(
  t: Translate,
  certificate: CertificateRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { note: Note; form: Form } {
  const holder = certificate.holderName
  return {
    ...frameOf(t, certificate, t('certificates.revoke'), errors),
    title: t('certificateChanges.revokeTitle', { holder }),
    note: {
      kind: 'void',
      text: t('certificateChanges.revokeEffects'),
      items: [
        t('certificateChanges.effectScan'),
        ...recount(t, certificate, 'effectCount'),
        t('certificateChanges.effectTell', { holder }),
      ],
    },
    form: {
      action: paths.certificates.revoke(String(certificate._id)),
      danger: true,
      submit: t('certificateChanges.doRevoke'),
      back: { text: t('certificateChanges.keep'), href: paths.certificates.show(String(certificate._id)) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'reason',
                label: t('certificateChanges.reason'),
                kind: 'radios',
                hint: t('certificateChanges.reasonHint'),
                options: revocationReasons.map((value) => ({ value, label: t(`certificates.revoked-${value}`) })),
              },
              {
                name: 'document',
                label: t('certificateChanges.document'),
                kind: 'text',
                optional: true,
                width: 18,
                hint: t('certificateChanges.documentHint'),
              },
              noteField(t),
              {
                name: 'lastFour',
                label: t('certificateChanges.lastFour'),
                kind: 'text',
                width: 4,
                maxlength: 4,
                autocomplete: 'off',
              },
            ],
            values,
            errors,
          ),
        },
      ],
    },
  }
}

/** The question before a paper goes out of use for a review, and before it comes back. */
export function holdPage(
  t: Translate,
  act: HoldAct,
  certificate: CertificateRecord,
  values: Values = {},
  errors: Errors = {},
): Page & { note: Note; form: Form } {
  const holder = certificate.holderName
  const address = paths.certificates[act](String(certificate._id))
  return {
    ...frameOf(t, certificate, t(`certificates.${act}`), errors),
    title: t(`certificateChanges.${act}Title`, { holder }),
    note: {
      kind: 'wait',
      text: t(`certificateChanges.${act}Effects`),
      items: [
        t(`certificateChanges.${act}Scan`),
        ...recount(t, certificate, 'effectCount'),
        t(`certificateChanges.${act}Tell`, { holder }),
      ],
    },
    form: {
      action: address,
      danger: act === 'suspend',
      submit: t(`certificateChanges.${act}Do`),
      back: { text: t(`certificateChanges.${act}Keep`), href: paths.certificates.show(String(certificate._id)) },
      sections: [
        {
          fields: fill([noteField(t)], values, errors),
        },
      ],
    },
  }
}

export function reissuePage(
  t: Translate,
  certificate: CertificateRecord,
  { changes, today }: { changes: readonly Change[]; today: string },
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = String(certificate._id)
  const revoked = certificate.state === 'revoked'
  const possible = changes.length > 0 || revoked
  const reasons = reissueReasons.filter((value) => (value === 'revocation-lifted') === revoked)
  const effects: Note = {
    text: t('certificateChanges.reissueEffects'),
    items: [
      t('certificateChanges.effectChain'),
      ...recount(t, certificate, 'effectOnce'),
      t('certificateChanges.effectDay', { day: formatDay(today, t.lang) }),
    ],
  }
  const form: Form = {
    action: paths.certificates.reissue(id),
    submit: t('certificateChanges.doReissue'),
    back: { text: t('certificateChanges.back'), href: paths.certificates.show(id) },
    sections: [
      {
        fields: fill(
          [
            {
              name: 'reason',
              label: t('certificateChanges.reissueReason'),
              kind: 'radios',
              hint: t('certificateChanges.reasonHint'),
              options: reasons.map((value) => ({ value, label: t(`certificates.reissue-${value}`) })),
            },
            noteField(t),
          ],
          values,
          errors,
        ),
      },
    ],
  }
  return {
    ...frameOf(t, certificate, t('certificates.reissue'), errors),
    title: t('certificateChanges.reissueTitle', { holder: certificate.holderName }),
    changesTitle: t(changes.length > 0 ? 'certificateChanges.changes' : 'certificateChanges.noChanges'),
    changes: changeFacts(t, changes),
    note: possible ? effects : { kind: 'wait', text: t('certificates.nothing-changed') },
    acts: possible
      ? []
      : [
          { text: t('certificates.downloadPdf'), href: paths.certificates.pdf(id), style: 'primary', icon: 'download' },
          { text: t('certificateChanges.back'), href: paths.certificates.show(id), style: 'outline' },
        ],
    ...(possible && { form }),
  }
}
