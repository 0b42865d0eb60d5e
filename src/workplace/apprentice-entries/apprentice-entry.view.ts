import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { personSpecs } from '../../training/trainees/trainee.view.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { classCrumbs } from '../apprenticeships/class-tabs.view.js'

export function addApprenticePage(
  t: Translate,
  one: ApprenticeshipRecord,
  taken: number,
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } {
  const id = String(one._id)
  const own: FieldSpec[] = [
    {
      name: 'post',
      label: t('apprentices.post'),
      kind: 'text',
      optional: true,
      width: 18,
      hint: t('apprentices.postHint'),
    },
    { name: 'from', label: t('apprentices.from'), kind: 'date', optional: true, hint: t('apprentices.fromHint') },
  ]
  return {
    layout: 'staff',
    width: 'form',
    title: t('apprentices.addTitle'),
    lead: `${one.title} · ${t('apprentices.seats', { taken, planned: one.planned })}`,
    crumbs: classCrumbs(t, one, t('apprentices.add')),
    problems: problemsOf(errors),
    form: {
      action: paths.apprentices.add(id),
      sections: [{ fields: fill([...personSpecs(t), ...own], values, errors) }],
      submit: t('apprentices.addSubmit'),
      back: { text: t('apprentices.back'), href: paths.apprentices.ofClass(id) },
      extra: {
        text: t('apprentices.addAndNext'),
        href: `${paths.apprentices.add(id)}?next=1`,
        post: true,
        style: 'outline',
      },
    },
  }
}
