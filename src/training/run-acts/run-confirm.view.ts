import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'

export type ConfirmedAct = 'withdraw' | 'suspend' | 'reject'
const addresses: Record<ConfirmedAct, (id: string) => string> = {
  withdraw: paths.courseRuns.withdraw,
  suspend: paths.courseRuns.suspend,
  reject: paths.courseRuns.reject,
}
const effects: Record<ConfirmedAct, readonly string[]> = {
  withdraw: ['state', 'trainees', 'count'],
  suspend: ['state', 'teaching', 'count'],
  reject: ['state', 'again', 'message'],
}

/** Acts that weigh much have a page of their own: the question, what follows, the reason, the way back. */
export function confirmRunPage(
  t: Translate,
  act: ConfirmedAct,
  run: CourseRunRecord,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = String(run._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t(`courseRuns.${act}Title`, { title: run.title }),
    lead: `${run.number} · ${run.organisationName}`,
    problems: problemsOf(errors),
    crumbs: [
      { text: t('courseRuns.title'), href: paths.courseRuns.list() },
      { text: run.title, href: paths.courseRuns.show(id) },
      { text: t(`courseRuns.do-${act}`), href: '' },
    ],
    note: {
      kind: act === 'suspend' ? 'wait' : 'void',
      text: t(`courseRuns.${act}Text`),
      items: effects[act].map((effect) => t(`courseRuns.${act}-effect-${effect}`, { count: run.enrolled })),
    },
    form: {
      action: addresses[act](id),
      submit: t(`courseRuns.${act}Submit`),
      danger: true,
      back: { text: t(`courseRuns.${act}Keep`), href: paths.courseRuns.show(id) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'reason',
                label: t('courseRuns.reason'),
                kind: 'textarea',
                rows: 3,
                hint: t(`courseRuns.${act}ReasonHint`),
                maxlength: 300,
              },
            ],
            values,
            errors,
          ),
        },
      ],
    },
  }
}
