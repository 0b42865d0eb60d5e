import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { BlocksPage } from '../../web/page-models.js'
import { mostAtOnce } from '../../registry/trainee-accounts/trainee-account.rules.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import { rosterCrumbs } from '../enrolments/enrolment.view.js'

type ByState = Record<'none' | 'unused' | 'used', readonly string[]>

/** How many on the roster have an account, and the presses that give the others one. */
export function runAccountsPage(t: Translate, run: CourseRunRecord, people: ByState): BlocksPage {
  const id = String(run._id)
  const fact = (key: string, count: number) => ({
    label: t(`traineeAccounts.${key}`),
    value: t('traineeAccounts.count', { count }),
  })
  return {
    layout: 'staff',
    title: t('traineeAccounts.accounts'),
    meta: run.title,
    lead: t('traineeAccounts.runLead'),
    crumbs: rosterCrumbs(t, run, t('traineeAccounts.accounts')),
    blocks: [
      {
        facts: [
          fact('none', people.none.length),
          fact('unused', people.unused.length),
          fact('inUse', people.used.length),
        ],
      },
      ...(['none', 'unused'] as const)
        .filter((which) => people[which].length > 0)
        .map((which) => ({
          ...(people[which].length > mostAtOnce && { text: t('traineeAccounts.atOnce', { most: mostAtOnce }) }),
          form: {
            action: paths.courseRuns.accounts(id),
            hidden: { which },
            submit: t(`traineeAccounts.run-${which}`, { count: Math.min(mostAtOnce, people[which].length) }),
            repeatable: true,
            sections: [],
          },
        })),
    ],
  }
}
