import { paths } from '../../paths.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Decide } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import { notReturned, type Returning } from '../../web/returning.js'
import type { LearningRecordRecord } from './learning-record.model.js'
import { recordVerdict } from './learning-record.rules.js'
import { recordTag, factsOf, recordMoments } from './record-facts.view.js'

export const returnReasons = ['unreadable', 'differs', 'incomplete', 'elsewhere'] as const

/** What an office or institution sees: the facts and the file, then the decision. */
export function recordPage(
  t: Translate,
  record: LearningRecordRecord,
  actor: Actor,
  returning: Returning = notReturned,
): Page & Record<string, unknown> {
  const decides = may(actor, 'learning-record.decide') && recordVerdict('confirm', record, actor).ok
  const cancels = may(actor, 'learning-record.decide') && recordVerdict('cancel', record, actor).ok
  return {
    layout: 'staff',
    title: record.title,
    tag: recordTag(t, record.state),
    meta: record.personName,
    crumbs: [
      { text: t('learningRecords.records'), href: paths.learningRecords.list() },
      { text: record.title, href: '' },
    ],
    problems: returning.error ? [{ text: returning.error, href: '#decide-text' }] : [],
    facts: factsOf(t, record, paths.learningRecords.file(record._id)),
    moments: recordMoments(t, record),
    ...(decides && { decide: decideOf(t, record, returning) }),
    acts: cancels
      ? [{ text: t('learningRecords.cancel'), href: paths.learningRecords.cancel(record._id), style: 'outline-danger' }]
      : [],
  }
}

const decideOf = (t: Translate, record: LearningRecordRecord, { reasons, text, error }: Returning): Decide => ({
  title: t('frame.decision'),
  findings: t('learningRecords.check'),
  action: paths.learningRecords.decide(record._id),
  hidden: { version: String(record.version) },
  approve: { text: t('learningRecords.confirm'), act: 'confirm' },
  giveBack: {
    title: t('learningRecords.return'),
    hint: t('learningRecords.returnHint'),
    reasons: returnReasons.map((value) => ({
      value,
      label: t(`learningRecords.return-${value}`),
      checked: reasons.includes(value),
    })),
    text,
    textLabel: t('learningRecords.returnText'),
    ...(error && { error }),
    submit: t('learningRecords.returnSubmit'),
    act: 'return',
  },
})

export function cancelPage(t: Translate, record: LearningRecordRecord, values: Values = {}, errors: Errors = {}) {
  return {
    layout: 'staff' as const,
    width: 'form' as const,
    title: t('learningRecords.cancelTitle', { title: record.title, name: record.personName }),
    problems: problemsOf(errors),
    crumbs: [
      { text: t('learningRecords.records'), href: paths.learningRecords.list() },
      { text: record.title, href: paths.learningRecords.show(record._id) },
      { text: t('learningRecords.cancel'), href: '' },
    ],
    lead: t('learningRecords.cancelLead'),
    form: {
      action: paths.learningRecords.cancel(record._id),
      sections: [
        {
          fields: fill(
            [{ name: 'text', label: t('learningRecords.cancelReason'), kind: 'textarea', rows: 3 }],
            values,
            errors,
          ),
        },
      ],
      submit: t('learningRecords.cancel'),
      danger: true,
      hidden: { version: String(record.version) },
      back: { text: t('learningRecords.keep'), href: paths.learningRecords.show(record._id) },
    },
  }
}
