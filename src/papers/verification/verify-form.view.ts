import { paths } from '../../paths.js'
import { formatDay } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import { certificateTag, printedOf } from '../certificates/certificate-facts.view.js'
import type { CertificateRecord } from '../certificates/certificate.model.js'

export const fields = (t: Translate, values: Values, errors: Errors) =>
  fill(
    [
      {
        name: 'number',
        label: t('verification.number'),
        kind: 'text',
        hint: t('verification.numberHint'),
        autocomplete: 'off',
      },
      { name: 'name', label: t('verification.name'), kind: 'text', autocomplete: 'off' },
    ],
    values,
    errors,
  )

export function verifyFormPage(t: Translate, values: Values = {}, errors: Errors = {}): Page & Record<string, unknown> {
  const { file, ...own } = errors
  return {
    layout: 'public',
    width: 'form',
    title: t('verification.title'),
    lead: t('verification.lead'),
    problems: problemsOf(errors),
    actions: [{ text: t('transcripts.codeTitle'), href: paths.transcripts.form(), style: 'link' }],
    form: {
      action: paths.verify.form(),
      sections: [{ fields: fields(t, values, own) }],
      submit: t('verification.verify'),
      repeatable: true,
    },
    fileAction: paths.verify.file(),
    fileField: fill(
      [
        {
          name: 'file',
          label: t('verification.file'),
          kind: 'file',
          accept: 'application/pdf,.pdf',
          hint: t('verification.fileHint'),
        },
      ],
      {},
      file ? { file } : {},
    )[0],
  }
}

/** Whether a file is the one that was issued; its state is said too, because a revoked paper has an original as well. */
export function filePage(
  t: Translate,
  certificate: CertificateRecord | undefined,
  today: string,
): Page & Record<string, unknown> {
  const page = { layout: 'public' as const, width: 'form' as const, robots: 'noindex' }
  if (!certificate)
    return {
      ...page,
      title: t('verification.fileNotOurs'),
      text: t('verification.fileNotOursText'),
      facts: [],
      actions: [{ text: t('verification.anotherOne'), href: paths.verify.form(), style: 'outline' }],
    }
  return {
    ...page,
    title: t('verification.fileOurs'),
    tag: certificateTag(t, certificate, today),
    text: t('verification.fileOursText', { day: formatDay(certificate.issuedOn, t.lang) }),
    note: t('verification.fileState', { state: certificateTag(t, certificate, today).text }),
    facts: [
      { label: t('certificates.number'), value: certificate.number, num: true },
      { label: t('certificates.holder'), value: printedOf(certificate).holderName },
    ],
    actions: [{ text: t('verification.seeResult'), href: paths.verify.token(certificate.token), style: 'primary' }],
  }
}
