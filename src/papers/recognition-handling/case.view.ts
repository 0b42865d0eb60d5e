import { paths } from '../../paths.js'
import { formatDay, formatInstant } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Errors, Values } from '../../web/form.js'
import type { Action } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Moment, Note } from '../../web/story-models.js'
import type { Row, Table } from '../../web/table-models.js'
import { momentsOf } from '../../web/moments.js'
import { effectNames } from '../equivalences/equivalence.view.js'
import { paperText, recognitionTag, type Desk } from '../recognitions/recognition-list.view.js'
import type { RelianceRecord } from '../recognitions/recognition.model.js'
import type { RecognitionRow } from '../recognitions/recognition.queries.js'
import type { RecognitionAct } from '../recognitions/recognition.rules.js'
import type { SourceCheckRecord } from '../source-checks/source-check.model.js'
import { codesText, comparisonOf, factsOf } from './case-facts.view.js'
import { handlingOf } from './handling.view.js'

const lastNote = (one: RecognitionRow, act: string): string =>
  one.timeline?.findLast((step) => step.act === act)?.note ?? ''

function noteOf(t: Translate, one: RecognitionRow, awaitsAnother: boolean): Note | undefined {
  switch (one.state) {
    case 'compared':
      return awaitsAnother ? { kind: 'wait', text: t('recognitions.awaitsAnother') } : undefined
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
      return {
        kind: 'good',
        text: t('recognitions.grantedNote', { effects: effectNames(t, one.effects) }),
        ...(!one.certificateId && { more: t('statements.making') }),
      }
    default:
      return undefined
  }
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

const caseMoments = (t: Translate, one: RecognitionRow, staff: boolean): Moment[] =>
  momentsOf(one.timeline, ({ act }) => t(`recognitions.act-${act}`), {
    by: staff,
    note: ({ act }) => staff || act === 'returned',
  })

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
  const { one, desk, actor, acts, checks, same, reliances } = shown
  const staff = desk.layout === 'staff'
  const actions: Action[] = [
    ...(one.certificateId
      ? [{ text: t('statements.pdf'), href: desk.base.statement(one._id), style: 'primary' as const, icon: 'download' }]
      : []),
    // Until the queue has made it, and where it refused to, those who decide see how it stands.
    ...(staff && one.state === 'in-force' && !one.certificateId && may(actor, 'recognition.decide')
      ? [{ text: t('statements.issue'), href: paths.recognitions.certificates(one._id), style: 'outline' as const }]
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
    note: noteOf(t, one, staff && !acts.includes('refuse')),
    crumbs: [
      { text: t(staff ? 'recognitions.title' : 'recognitions.ownTitle'), href: desk.base.list() },
      { text: one.number, href: '' },
    ],
    facts: factsOf(t, one, desk),
    comparison: comparisonOf(t, one, may(actor, 'agreement.view')),
    ...(checks.length > 0 && { checks: checkTable(t, checks, staff) }),
    moments: caseMoments(t, one, staff),
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
