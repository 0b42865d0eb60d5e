import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Decide, Form, Problem } from '../../web/form-models.js'
import { problemsOf, type Errors, type Values } from '../../web/form.js'
import { refusalCodes } from '../recognitions/recognition.data.js'
import type { RecognitionRow } from '../recognitions/recognition.queries.js'
import type { RecognitionAct } from '../recognitions/recognition.rules.js'
import { compareForm, lookUpForm, resolveForm } from './handling-form.view.js'
import { returnReasons } from './handling.forms.js'

const listOf = (value: Values[string] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value
const textIn = (values: Values): string => (typeof values['text'] === 'string' ? values['text'] : '')

/** What an officer may do next with a case: one decision or one form at a time, as its state asks. */
export function handlingOf(
  t: Translate,
  one: RecognitionRow,
  acts: readonly RecognitionAct[],
  values: Values,
  errors: Errors,
): { decide?: Decide; forms: Form[]; problems: Problem[] } {
  const hidden = { version: String(one.version) }
  const problems = problemsOf(errors).map((problem) =>
    problem.href === '#text' ? { ...problem, href: '#decide-text' } : problem,
  )
  const typed = {
    reasons: listOf(values['reasons']),
    text: textIn(values),
    ...(errors['text'] && { error: errors['text'] }),
  }
  const forms = [
    ...(acts.includes('check') ? [lookUpForm(t, one, hidden, values, errors)] : []),
    ...(acts.includes('compare') ? [compareForm(t, one, hidden, values, errors)] : []),
    ...(acts.includes('revoke') ? [resolveForm(t, one, hidden, acts, values, errors)] : []),
  ]
  if (acts.includes('accept')) return { decide: acceptDecision(t, one, hidden, typed), forms, problems }
  if (acts.includes('refuse')) return { decide: caseDecision(t, one, hidden, acts, typed), forms, problems }
  return { forms, problems }
}

type Typed = { reasons: readonly string[]; text: string; error?: string }

const acceptDecision = (
  t: Translate,
  one: RecognitionRow,
  hidden: Record<string, string>,
  { reasons, text, error }: Typed,
): Decide => ({
  title: t('recognitions.acceptTitle'),
  findings: t('recognitions.acceptFindings'),
  action: paths.recognitions.handle(one._id),
  hidden,
  approve: { text: t('recognitions.accept'), act: 'accept' },
  giveBack: {
    title: t('recognitions.giveBack'),
    hint: t('recognitions.giveBackHint'),
    reasons: returnReasons.map((value) => ({
      value,
      label: t(`recognitions.return-${value}`),
      checked: reasons.includes(value),
    })),
    text,
    textLabel: t('recognitions.giveBackText'),
    ...(error && { error }),
    submit: t('recognitions.giveBackSubmit'),
    act: 'return',
  },
})

/** The reasons of the comparison are offered first; a second person chooses. */
function caseDecision(
  t: Translate,
  one: RecognitionRow,
  hidden: Record<string, string>,
  acts: readonly RecognitionAct[],
  { reasons, text, error }: Typed,
): Decide {
  const proposed = (one.opinion?.reasons ?? []) as readonly string[]
  const chosen = reasons.length > 0 ? reasons : proposed
  const shown = refusalCodes.toSorted((a, b) => Number(proposed.includes(b)) - Number(proposed.includes(a)))
  const found =
    proposed.length === 0
      ? t('recognitions.decideGood')
      : t('recognitions.decideBad', {
          reasons: proposed.map((code) => t(`recognitions.code-${code}`)).join(t.lang === 'en' ? '; ' : '；'),
        })
  return {
    title: t('recognitions.decideTitle'),
    findings: acts.includes('grant') ? found : `${found}${t('recognitions.not-granted-by-rule')}`,
    action: paths.recognitions.decide(one._id),
    hidden,
    ...(acts.includes('grant') && { approve: { text: t('recognitions.grant'), act: 'grant' } }),
    giveBack: {
      title: t('recognitions.refuseTitle'),
      hint: t('recognitions.refuseHint'),
      reasons: shown.map((value) => ({
        value,
        label: t(`recognitions.code-${value}`),
        checked: chosen.includes(value),
      })),
      text,
      textLabel: t('recognitions.refuseText'),
      ...(error && { error }),
      submit: t('recognitions.refuseSubmit'),
      act: 'refuse',
    },
  }
}
