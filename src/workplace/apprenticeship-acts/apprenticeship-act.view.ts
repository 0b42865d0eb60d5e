import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { classCrumbs } from '../apprenticeships/class-tabs.view.js'

export type AskedAct = 'withdraw' | 'suspend' | 'reject' | 'check-mid-term'
const addresses: Record<AskedAct, (id: string) => string> = {
  withdraw: paths.apprenticeships.withdraw,
  suspend: paths.apprenticeships.suspend,
  reject: paths.apprenticeships.reject,
  'check-mid-term': paths.apprenticeships.checkMidTerm,
}

/** Acts that weigh much have a page of their own: the question, what follows, the reason, the way back. */
export function askPage(
  t: Translate,
  act: AskedAct,
  one: ApprenticeshipRecord,
  values: Values = {},
  errors: Errors = {},
): Page & Record<string, unknown> {
  const id = String(one._id)
  const heavy = act !== 'check-mid-term'
  return {
    layout: 'staff',
    width: 'form',
    title: t(`apprenticeships.ask-${act}`, { title: one.title }),
    lead: `${one.number} · ${one.enterpriseName}`,
    problems: problemsOf(errors),
    crumbs: classCrumbs(t, one, t(`apprenticeships.do-${act}`)),
    note: { ...(heavy && { kind: act === 'suspend' ? 'wait' : 'void' }), text: t(`apprenticeships.effect-${act}`) },
    form: {
      action: addresses[act](id),
      submit: t(`apprenticeships.do-${act}`),
      danger: heavy,
      back: { text: t('apprenticeships.keep'), href: paths.apprenticeships.show(id) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'reason',
                label: t(heavy ? 'courseRuns.reason' : 'apprenticeships.found-mid-term'),
                kind: 'textarea',
                rows: 3,
                hint: t(`apprenticeships.reason-${act}`),
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
