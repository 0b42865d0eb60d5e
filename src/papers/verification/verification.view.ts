import { paths } from '../../paths.js'
import { dayOf, daysBetween, formatDay, timeOf } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Values } from '../../web/form.js'
import type { Answer } from '../../web/certificate-models.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import { certificateName, changeFacts, printedFacts } from '../certificates/certificate-facts.view.js'
import type { CertificateRecord } from '../certificates/certificate.model.js'
import { changesOf } from '../certificates/certificate.rules.js'
import { revocationFacts } from '../certificates/certificate.view.js'
import { answerKind } from './verification.rules.js'
import { fields } from './verify-form.view.js'

export interface Checked {
  now: Date
  today: string
  times?: number
  newest?: CertificateRecord
  publicUrl: string
}

const checkedAt = (t: Translate, now: Date): string =>
  t('verification.checkedAt', { at: `${formatDay(dayOf(now), t.lang)} ${timeOf(now)}` })
const phoneOf = (t: Translate) => ({ phone: t('frame.phoneNumber') })

const ofStatements: readonly string[] = ['valid', 'suspended', 'revoked']

function textOf(t: Translate, { expiresOn, family }: CertificateRecord, kind: string, today: string): string {
  if (family === 'statement' && ofStatements.includes(kind)) return t(`statements.${kind}Text`)
  return kind === 'expired'
    ? t('verification.expiredText', { day: formatDay(expiresOn!, t.lang), days: daysBetween(expiresOn!, today) })
    : t(`verification.${kind}Text`)
}

/** What was corrected, old and new, and where the new paper is. */
function replacement(t: Translate, certificate: CertificateRecord, newest: CertificateRecord): Fact[] {
  const changes = changesOf(certificate.paper as Record<string, unknown>, newest.paper as Record<string, unknown>)
  return [
    { label: t('verification.newNumber'), value: newest.number, href: paths.verify.token(newest.token), num: true },
    { label: t('verification.replacedOn'), value: formatDay(newest.issuedOn, t.lang) },
    ...(newest.reissueReason
      ? [{ label: t('verification.replacedWhy'), value: t(`certificates.reissue-${newest.reissueReason}`) }]
      : []),
    ...changeFacts(t, changes).map((fact) => ({ ...fact, label: t('verification.corrected', { field: fact.label }) })),
  ]
}

function afterOf(t: Translate, kind: string, family: CertificateRecord['family']): { text: string } | undefined {
  const text = {
    valid: t(family === 'statement' ? 'statements.compare' : 'verification.compareFacts', phoneOf(t)),
    revoked: t('verification.appeal', phoneOf(t)),
    expired: t('verification.expiredAfter'),
  }[kind]
  return text ? { text } : undefined
}

/** One of the honest answers, with every printed fact (look.md 5.8). */
export function answerPage(
  t: Translate,
  certificate: CertificateRecord,
  { now, today, times, newest, publicUrl }: Checked,
): Page & { answer: Answer } {
  const kind = answerKind(certificate, today)
  const replaced = kind === 'superseded' && newest ? newest : undefined
  const after = afterOf(t, kind, certificate.family)
  const next = replaced && answerKind(replaced, today)
  const answer: Answer = {
    kind: kind === 'suspended' ? 'expired' : kind,
    word: t(kind === 'valid' && certificate.family === 'statement' ? 'statements.valid' : `verification.${kind}`),
    // Whoever stops reading here must not take an ended paper for a replaced one.
    text:
      next && next !== 'valid'
        ? t('verification.supersededEnded', { state: t(`verification.${next}`) })
        : textOf(t, certificate, kind, today),
    first: replaced ? replacement(t, certificate, replaced) : revocationFacts(t, certificate),
    ...(replaced && { primary: { text: t('verification.seeNew'), href: paths.verify.token(replaced.token) } }),
    ...(certificate.photoFile && {
      photo: { src: paths.verify.photo(certificate.token), alt: t('verification.photoAlt') },
    }),
    facts: printedFacts(t, certificate),
    ...(after && { after }),
    checkedAt: checkedAt(t, now),
    ...(times && { times: t('verification.times', { count: times }) }),
    actions: [
      { text: t('verification.anotherOne'), href: paths.verify.form(), style: 'outline' },
      { text: t('verification.print'), href: paths.verify.print(certificate.token), style: 'link', icon: 'printer' },
    ],
  }
  const share = {
    title: [t(`certificates.${certificate.family}`), certificateName(certificate), answer.word].join(' · '),
    description: t('verification.shareText'),
  }
  return {
    layout: 'public',
    width: 'phone',
    ownTitle: true,
    robots: 'noindex',
    title: `${answer.word} · ${certificate.number}`,
    answer,
    openGraph: {
      ...share,
      ...(kind === 'valid' && { image: `${publicUrl}${paths.verify.picture(certificate.token)}` }),
    },
  }
}

/** Whether the number is unknown or the name is wrong: one and the same page. */
export function notFoundPage(t: Translate, now: Date, values?: Values): Page & { answer: Answer } {
  const checks = values ? ['check1', 'check2', 'check3'] : ['tokenCheck1', 'tokenCheck2', 'check3']
  const form: Form = {
    action: paths.verify.form(),
    sections: [{ fields: fields(t, values ?? {}, {}) }],
    submit: t(values ? 'verification.again' : 'verification.verify'),
    repeatable: true,
  }
  return {
    layout: 'public',
    width: 'phone',
    ownTitle: true,
    robots: 'noindex',
    title: t('verification.not-found'),
    answer: {
      kind: 'not-found',
      word: t('verification.not-found'),
      text: t(values ? 'verification.not-foundText' : 'verification.tokenNotFoundText'),
      checks: { title: t('verification.checksTitle'), items: checks.map((key) => t(`verification.${key}`)) },
      form,
      after: { text: t('verification.stillNot', phoneOf(t)) },
      checkedAt: checkedAt(t, now),
    },
  }
}

export function unavailablePage(t: Translate, now: Date, retryHref: string): Page & { answer: Answer } {
  return {
    layout: 'public',
    width: 'phone',
    ownTitle: true,
    robots: 'noindex',
    title: t('verification.unavailable'),
    answer: {
      kind: 'unavailable',
      word: t('verification.unavailable'),
      text: t('verification.unavailableText'),
      checkedAt: checkedAt(t, now),
      actions: [{ text: t('verification.again'), href: retryHref, style: 'outline' }],
    },
  }
}
