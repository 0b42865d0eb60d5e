import { paths } from '../../paths.js'
import { formatDay, formatDays, formatInstant } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import type { Actor } from '../../shared/permissions.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'

import type { SourceCheckRecord } from '../source-checks/source-check.model.js'
import { effectNames } from '../recognition-agreements/agreement.view.js'
import type { Errors, Values } from '../../web/form.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment, Note } from '../../web/story-models.js'
import type { Row, Table } from '../../web/table-models.js'
import type { Desk } from './recognition-form.view.js'
import { handlingOf } from './recognition-handling.view.js'
import { paperText, recognitionTag } from './recognition-list.view.js'
import type { RelianceRecord } from './recognition.model.js'
import type { RecognitionRow } from './recognition.queries.js'
import type { RecognitionAct } from './recognition.rules.js'

export const codesText = (t: Translate, codes: readonly string[] | null | undefined): string =>
  (codes ?? []).map((code) => t(`recognitions.code-${code}`)).join(t.lang === 'en' ? '; ' : '；')

const lastNote = (one: RecognitionRow, act: string): string =>
  one.timeline?.findLast((step) => step.act === act)?.note ?? ''

function noteOf(t: Translate, one: RecognitionRow): Note | undefined {
  switch (one.state) {
    case 'returned':
      return { kind: 'wait', text: t('recognitions.returnedNote'), more: lastNote(one, 'returned') }
    case 'waiting':
      return {
        kind: 'wait',
        text: t('recognitions.waitingNote', { day: one.nextCheckOn ? formatDay(one.nextCheckOn, t.lang) : '' }),
      }
    case 'flagged':
      return { kind: 'wait', text: t('recognitions.flaggedNote') }
    case 'refused':
      return {
        kind: 'void',
        text: t('recognitions.refusedNote', { reasons: codesText(t, one.decision?.reasons) }),
        more: one.decision?.note ?? '',
      }
    case 'revoked':
      return { kind: 'void', text: t('recognitions.revokedNote'), more: lastNote(one, 'revoked') }
    case 'in-force':
      return { kind: 'good', text: t('recognitions.grantedNote', { effects: effectNames(t, one.effects) }) }
    default:
      return undefined
  }
}

function factsOf(t: Translate, one: RecognitionRow, desk: Desk): Fact[] {
  const { source } = one
  const fact = (key: string, value: string, more: Partial<Fact> = {}): Fact => ({
    label: t(`recognitions.${key}`),
    value,
    ...more,
  })
  return [
    fact('holder', one.personName),
    fact('idMasked', one.idMasked, { num: true }),
    fact('sourceOf', regionName(source.region, t.lang)),
    fact('family', t(`agreements.family-${source.family}`)),
    fact('occupation', `${source.occupationName}（${t('recognitions.editionOf', { edition: source.edition })}）`),
    fact('level', levelPrinted(source.level as Level, t.lang), { strong: true }),
    fact('sourceNumber', source.number, { num: true }),
    fact('issuer', source.issuer),
    fact('issuedOn', formatDay(source.issuedOn, t.lang)),
    ...(source.expiresOn ? [fact('expiresOn', formatDay(source.expiresOn, t.lang))] : []),
    ...(one.copyFile ? [fact('copy', t('recognitions.copySee'), { href: desk.base.copy(one._id) })] : []),
    fact('applicant', [t(`recognitions.origin-${one.origin}`), one.organisationName].filter(Boolean).join(' · ')),
    fact('appliedOn', one.appliedOn, { num: true }),
    fact('county', regionName(one.region, t.lang)),
  ]
}

function comparisonOf(t: Translate, one: RecognitionRow): Fact[] {
  const { equivalence: table, opinion, decision } = one
  const fact = (key: string, value: string, more: Partial<Fact> = {}): Fact => ({
    label: t(`recognitions.${key}`),
    value,
    ...more,
  })
  if (!table) return []
  const validity = table.from
    ? table.to
      ? formatDays(table.from, table.to, t.lang)
      : t('agreements.validFrom', { from: formatDay(table.from, t.lang) })
    : ''
  return [
    ...(table.ok
      ? [
          fact(
            'agreement',
            t('recognitions.agreementText', {
              title: table.title ?? '',
              number: table.number ?? '',
              version: table.version ?? 1,
            }),
            { href: paths.agreements.show(table.agreementId!), note: validity },
          ),
          fact(
            'mapping',
            `${paperText(t, one)} → ${one.source.occupationName} ${levelPrinted((table.row?.targetLevel ?? one.source.level) as Level, t.lang)}`,
          ),
          fact('effects', effectNames(t, table.row?.effects ?? [])),
        ]
      : [fact('agreement', t(`recognitions.code-${table.reason}`))]),
    ...(opinion?.byName
      ? [
          fact(
            'opinion',
            (opinion.reasons ?? []).length > 0 ? codesText(t, opinion.reasons) : t('recognitions.opinionGood'),
            { note: [opinion.byName, opinion.note].filter(Boolean).join(' · ') },
          ),
        ]
      : []),
    ...(decision?.on
      ? [
          fact('decision', decision.granted ? t('recognitions.state-in-force') : codesText(t, decision.reasons), {
            note: `${decision.byName} · ${decision.on}`,
          }),
        ]
      : []),
  ]
}

const checkTable = (t: Translate, checks: readonly SourceCheckRecord[], staff: boolean): Table => ({
  caption: t('recognitions.checks'),
  plain: true,
  columns: ['checkedAt', 'checkPlace', 'checkResult'].map((key) => ({ label: t(`recognitions.${key}`) })),
  rows: checks.map((check) => ({
    cells: [
      { text: formatInstant(check.at), num: true, sub: staff ? check.byName : '' },
      { text: check.place, sub: t(`recognitions.kind-${check.kind}`) },
      {
        tag: {
          kind: check.result === 'agrees' ? 'good' : check.result === 'not-found' ? 'wait' : 'back',
          text: t(`recognitions.result-${check.result}`),
        },
        sub: [(check.fields ?? []).map((field) => t(`recognitions.field-${field}`)).join('、'), staff ? check.note : '']
          .filter(Boolean)
          .join(' · '),
        ...(staff &&
          check.pictureFile && {
            actions: [
              { text: t('recognitions.checkPicture'), href: paths.recognitions.checkPicture(String(check._id)) },
            ],
          }),
      },
    ],
  })),
})

const momentsOf = (t: Translate, one: RecognitionRow, staff: boolean): Moment[] =>
  [...(one.timeline ?? [])].reverse().map(({ act, at, byName, note }, i) => ({
    text: t(`recognitions.act-${act}`),
    at: formatInstant(at),
    atIso: at.toISOString(),
    now: i === 0,
    ...(staff && { by: byName }),
    ...(note && (staff || act === 'returned') && { note }),
  }))

export interface CaseShown {
  one: RecognitionRow
  desk: Desk
  actor: Actor
  acts: readonly RecognitionAct[]
  checks: readonly SourceCheckRecord[]
  same: readonly RecognitionRow[]
  reliances: readonly RelianceRecord[]
}

export function casePage(
  t: Translate,
  shown: CaseShown,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const { one, desk, acts, checks, same, reliances } = shown
  const staff = desk.layout === 'staff'
  const actions: Action[] = [
    ...(one.statement?.number
      ? [{ text: t('statements.pdf'), href: desk.base.statement(one._id), style: 'primary' as const, icon: 'download' }]
      : []),
    ...(acts.includes('resubmit')
      ? [{ text: t('recognitions.edit'), href: desk.base.edit(one._id), style: 'primary' as const }]
      : []),
    ...(acts.includes('withdraw')
      ? [{ text: t('recognitions.withdraw'), href: desk.base.withdraw(one._id), style: 'outline-danger' as const }]
      : []),
  ]
  const sameRows: Row[] = same.map((other) => ({
    text: other.number,
    href: desk.base.show(other._id),
    sub: `${other.personName} ${other.idMasked}`,
    tag: recognitionTag(t, other),
  }))
  return {
    layout: desk.layout,
    title: paperText(t, one),
    tag: recognitionTag(t, one),
    meta: one.number,
    actions,
    note: noteOf(t, one),
    crumbs: [
      { text: t(staff ? 'recognitions.title' : 'recognitions.ownTitle'), href: desk.base.list() },
      { text: one.number, href: '' },
    ],
    facts: factsOf(t, one, desk),
    comparison: comparisonOf(t, one),
    ...(checks.length > 0 && { checks: checkTable(t, checks, staff) }),
    moments: momentsOf(t, one, staff),
    same: staff ? sameRows : [],
    reliances: staff
      ? reliances.map(({ organisationName, purpose, at }): Row => ({
          text: organisationName,
          sub: purpose,
          right: formatInstant(at).slice(0, 10),
          time: true,
        }))
      : [],
    ...(staff ? handlingOf(t, one, acts, values, errors) : {}),
  }
}
