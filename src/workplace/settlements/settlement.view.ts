import { paths } from '../../paths.js'
import { formatDays } from '../../shared/dates.js'
import { yuan } from '../../shared/money.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Figure } from '../../web/figure-models.js'
import type { Form } from '../../web/form-models.js'
import type { Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import { momentsOf } from '../../web/moments.js'
import type { Note } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import { classCrumbs, classTabs } from '../apprenticeships/class-tabs.view.js'
import { barredTexts, resultTag } from '../settlement-lines/settlement-line.view.js'
import { settlementVerdict } from './settlement-review.rules.js'
import type { Sheet } from './settlement.service.js'

const stateOf = ({ record }: Sheet): string => record?.state ?? 'preview'
const stateTags: Record<string, Tag['kind']> = {
  preview: 'neutral',
  submitted: 'wait',
  'county-passed': 'wait',
  approved: 'good',
  returned: 'back',
}

function linesTable(t: Translate, { one, lines, sums }: Sheet): Table {
  const columns = [
    { label: t('settlements.name') },
    { label: t('settlements.served') },
    { label: t('settlements.result') },
    { label: t('settlements.days'), n: true },
    { label: t('settlements.amount'), n: true },
  ]
  return {
    caption: t('settlements.caption'),
    columns,
    rows: lines.map((each) => ({
      cells: [
        {
          text: each.personName,
          href: paths.apprenticeships.settlementLine(String(one._id), each.apprenticeId),
          sub: each.idMasked,
        },
        {
          text: formatDays(each.from, each.to, t.lang),
          ...(each.breakDays > 0 && { sub: t('settlements.breaks', { count: each.breakDays }) }),
        },
        {
          tag: resultTag(t, each),
          ...(each.line.barred.length > 0 && { sub: barredTexts(t, each).join(t.lang === 'en' ? '; ' : '；') }),
        },
        { text: String(each.line.days), n: true },
        { text: yuan(each.line.fen), n: true, strong: true },
      ],
    })),
    foot: [
      { text: t('settlements.total') },
      { text: '' },
      { text: '' },
      { text: sums.days.toLocaleString('en-US'), n: true },
      { text: yuan(sums.fen), n: true },
    ],
  }
}

function figuresOf(t: Translate, { one, sums }: Sheet): Figure[] {
  const [unit, href] = [t('settlements.people'), '#lines']
  return [
    {
      label: t('settlements.amount'),
      value: yuan(sums.fen),
      unit: t('settlements.yuan'),
      note: t('settlements.sumNote', { days: sums.days.toLocaleString('en-US') }),
      href,
    },
    {
      label: t('settlements.entitled'),
      value: String(sums.entitled),
      unit,
      note: `${t('settlements.planned')} ${one.planned}`,
      href,
    },
    { label: t('settlements.refused'), value: String(sums.refused), unit, href },
    { label: t('settlements.waits'), value: String(sums.waits), unit, href },
  ]
}

function noteOf(t: Translate, { record, sums, changed }: Sheet): Note | undefined {
  if (record?.state === 'returned')
    return { kind: 'wait', text: t('settlements.returnedNote'), more: record.timeline?.at(-1)?.note ?? '' }
  if (changed) return { kind: 'wait', text: t('settlements.changedNote') }
  if (record) return undefined
  return {
    text: t('settlements.previewNote'),
    ...(sums.waits > 0 && { more: t('settlements.waitsNote', { count: sums.waits }) }),
  }
}

function decisionForm(t: Translate, { one, record, changed }: Sheet, values: Values, errors: Errors): Form {
  const reason = fill(
    [
      {
        name: 'note',
        label: t('settlements.note'),
        kind: 'textarea',
        rows: 2,
        optional: true,
        hint: t('settlements.noteHint'),
        maxlength: 300,
      },
    ],
    values,
    errors,
  )
  const act = [
    {
      name: 'act',
      id: 'act',
      label: t('frame.decision'),
      kind: 'radios' as const,
      value: typeof values['act'] === 'string' ? values['act'] : '',
      ...(errors['act'] && { error: errors['act'] }),
      options: [
        ...(changed ? [] : [{ value: 'pass', label: t('settlements.pass') }]),
        { value: 'return', label: t('settlements.return') },
      ],
    },
  ]
  return {
    action: paths.apprenticeships.decideSettlement(String(one._id)),
    submit: t('settlements.decide'),
    hidden: { version: String((record as { version?: number }).version ?? 0) },
    sections: [{ title: t('settlements.decide'), hint: t('settlements.decideText'), fields: [...act, ...reason] }],
  }
}

/** The sheet of a class: figures, the line of each apprentice, what may be done with it now. */
export function settlementPage(
  t: Translate,
  sheet: Sheet,
  actor: Actor,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const { one, lines, sums, record, roundingClause, changed } = sheet
  const id = String(one._id)
  const may = (act: 'submit' | 'return') =>
    settlementVerdict(act, record ?? {}, actor, { apprenticeshipState: one.state, waits: sums.waits, changed }).ok
  return {
    layout: 'staff',
    title: t('settlements.sheet'),
    meta: one.title,
    tag: { kind: stateTags[stateOf(sheet)]!, text: t(`settlements.state-${stateOf(sheet)}`) },
    lead: t('settlements.lead'),
    crumbs: classCrumbs(t, one, t('settlements.title')),
    tabs: classTabs(t, id, actor, 'settlement'),
    tabsLabel: t('apprenticeships.tabs'),
    problems: problemsOf(errors),
    actions: [
      ...(may('submit')
        ? [
            {
              text: t('settlements.submit'),
              href: paths.apprenticeships.submitSettlement(id),
              post: true,
              style: 'primary' as const,
            },
          ]
        : []),
      ...(lines.length > 0
        ? [
            {
              text: t('settlements.print'),
              href: paths.apprenticeships.settlementPdf(id),
              style: 'outline' as const,
              icon: 'printer',
            },
          ]
        : []),
    ],
    note: noteOf(t, sheet),
    figures: figuresOf(t, sheet),
    rounding: roundingClause,
    moments: momentsOf(record?.timeline, ({ act }) => t(`settlements.act-${act}`)),
    ...(lines.length > 0
      ? { table: linesTable(t, sheet) }
      : { empty: { title: t('settlements.none'), text: t('settlements.noneText') } }),
    ...(may('return') && { form: decisionForm(t, sheet, values, errors) }),
  }
}
