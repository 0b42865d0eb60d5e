import { paths } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Note } from '../../web/story-models.js'
import type { ApprenticeRecord } from '../apprentices/apprentice.model.js'
import { dueOn } from '../apprentice-terms/apprentice-term.rules.js'
import { classCrumbs, classTabs } from '../apprenticeships/class-tabs.view.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import type { CooperationRecord } from './cooperation.model.js'

interface Kept {
  number?: string | null
  from: string
  to: string
  signedOn: string
  file?: string | null
}

function specsOf(t: Translate, kept: Kept | null | undefined): FieldSpec[] {
  const day = (name: 'signedOn' | 'from' | 'to'): FieldSpec => ({
    name,
    label: t(`contracts.${name}`),
    kind: 'date',
    ...(kept && { value: kept[name] }),
  })
  return [
    {
      name: 'number',
      label: t('contracts.number'),
      kind: 'text',
      optional: true,
      width: 18,
      value: kept?.number ?? '',
    },
    day('signedOn'),
    day('from'),
    day('to'),
    {
      name: 'scan',
      label: t('contracts.scan'),
      kind: 'file',
      optional: Boolean(kept?.file),
      accept: 'application/pdf,image/jpeg,image/png',
      hint: t('contracts.scanHint'),
    },
  ]
}

export function contractPage(
  t: Translate,
  kind: 'labour' | 'training',
  apprentice: ApprenticeRecord & { version: number },
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const id = String(apprentice._id)
  const contract = t(`contracts.kind-${kind}`)
  const kept = kind === 'labour' ? apprentice.labourContract : apprentice.trainingAgreement
  return {
    layout: 'staff',
    width: 'form',
    title: t('contracts.formTitle', { name: apprentice.personName, contract }),
    lead: `${t(`contracts.who-${kind}`)} · ${t('contracts.covers', { from: apprentice.from, to: dueOn(apprentice) })}`,
    problems: problemsOf(errors),
    crumbs: [
      { text: t('apprentices.title'), href: paths.apprentices.list() },
      { text: apprentice.personName, href: paths.apprentices.show(id) },
      { text: contract, href: '' },
    ],
    form: {
      action: paths.apprentices.contract(id, kind),
      multipart: true,
      hidden: { version: String(apprentice.version) },
      sections: [{ fields: fill(specsOf(t, kept), values, errors) }],
      submit: t('contracts.save'),
      back: { text: t('apprentices.back'), href: paths.apprentices.show(id) },
    },
  }
}

/** The agreement of the class: its facts for everybody, its form for the enterprise. */
export function cooperationPage(
  t: Translate,
  one: ApprenticeshipRecord,
  kept: (CooperationRecord & { version: number }) | null,
  actor: Actor,
  values: Values = {},
  errors: Errors = {},
): Page & { tabs: Link[]; note?: Note; facts: Fact[]; form?: Form } {
  const id = String(one._id)
  return {
    layout: 'staff',
    title: t('contracts.kind-cooperation'),
    lead: `${t('contracts.who-cooperation')} · ${t('contracts.covers', { from: one.startsOn, to: one.endsOn })}`,
    problems: problemsOf(errors),
    crumbs: classCrumbs(t, one, t('contracts.kind-cooperation')),
    tabs: classTabs(t, id, actor, 'cooperation'),
    ...(!kept && { note: { kind: 'wait' as const, text: t('contracts.noneYet'), more: t('contracts.noneYetText') } }),
    facts: kept
      ? [
          { label: t('contracts.number'), value: kept.number ?? '—' },
          { label: t('contracts.signedOn'), value: kept.signedOn, num: true },
          { label: t('contracts.from'), value: kept.from, num: true },
          { label: t('contracts.to'), value: kept.to, num: true },
          {
            label: t('contracts.scan'),
            value: t(kept.file ? 'contracts.seeScan' : 'contracts.noScan'),
            ...(kept.file && { href: paths.apprentices.cooperationFile(id) }),
          },
        ]
      : [],
    ...(may(actor, 'apprentice.edit') && {
      form: {
        action: paths.apprentices.cooperation(id),
        multipart: true,
        ...(kept && { hidden: { version: String(kept.version) } }),
        sections: [{ fields: fill(specsOf(t, kept), values, errors) }],
        submit: t('contracts.save'),
      },
    }),
  }
}
