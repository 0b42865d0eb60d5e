import { paths } from '../../paths.js'
import { formatInstant } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Block } from '../../web/page-models.js'
import type { ResultRecord } from '../results/result.model.js'
import type { AppealRecord } from './appeal.model.js'

export interface AppealsShown {
  appeals: readonly AppealRecord[]
  rows: readonly ResultRecord[]
  actor: Actor
}

const decideForm = (t: Translate, { _id }: AppealRecord, values: Values, errors: Errors): Form => ({
  action: paths.results.decideAppeal(String(_id)),
  submit: t('appeals.answer'),
  sections: [
    {
      fields: fill(
        [
          {
            name: 'verdict',
            label: t('appeals.verdict'),
            kind: 'radios',
            options: [
              { value: 'upheld', label: t('appeals.uphold') },
              { value: 'dismissed', label: t('appeals.dismiss') },
            ],
          },
          { name: 'decision', label: t('appeals.decision'), kind: 'textarea', rows: 3, maxlength: 500 },
        ],
        values,
        errors,
      ),
    },
  ],
})

export function appealBlocks(
  t: Translate,
  { appeals, rows, actor }: AppealsShown,
  values: Values,
  errors: Errors,
): Block[] {
  return appeals.map((appeal): Block => {
    const row = rows.find(({ code }) => code === appeal.code)
    return {
      title: `${t('appeals.head')} · ${row?.name ?? appeal.code}`,
      text: appeal.text,
      facts: [
        {
          label: t('competitions.state'),
          tag: {
            kind: appeal.state === 'open' ? 'wait' : appeal.state === 'upheld' ? 'good' : 'neutral',
            text: t(`appeals.state-${appeal.state}`),
          },
          note: `${appeal.byName} ${formatInstant(appeal.at)}`,
        },
        ...(appeal.decision ? [{ label: t('appeals.decision'), value: appeal.decision }] : []),
      ],
      ...(appeal.state === 'open' &&
        may(actor, 'competition.result') && { form: decideForm(t, appeal, values, errors) }),
    }
  })
}

export const appealPage = (
  t: Translate,
  { entryId, title, rank, staff }: { entryId: string; title: string; rank: string; staff: boolean },
  values: Values = {},
  errors: Errors = {},
) => ({
  layout: staff ? ('staff' as const) : ('public' as const),
  width: 'form' as const,
  title: t('appeals.title', { title }),
  lead: t('appeals.lead'),
  meta: `${t('contestResults.rank')} ${rank}`,
  problems: problemsOf(errors),
  form: {
    action: paths.results.appeal(entryId),
    submit: t('appeals.send'),
    back: { text: t('appeals.back'), href: staff ? paths.entries.list() : paths.entries.mine() },
    sections: [
      {
        fields: fill(
          [{ name: 'text', label: t('appeals.text'), kind: 'textarea', rows: 6, maxlength: 1000 }],
          values,
          errors,
        ),
      },
    ],
  },
})
