import { paths } from '../../paths.js'
import { formatDay, type Day } from '../../shared/dates.js'
import { may, type Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Action } from '../../web/link-models.js'
import { momentsOf } from '../../web/moments.js'
import type { Page } from '../../web/page-models.js'
import type { Fact, Moment, Note } from '../../web/story-models.js'
import { classTabs } from './class-tabs.view.js'
import { planFacts } from '../apprenticeship-plans/plan.view.js'
import { apprenticeshipTag } from '../apprenticeship-lists/apprenticeship-list.view.js'
import type { ApprenticeshipRecord } from './apprenticeship.model.js'
import { allowedActs, type ApprenticeshipAct, type ClassTally } from './apprenticeship.rules.js'

export interface ShowData {
  one: ApprenticeshipRecord
  actor: Actor
  today: Day
  tally: ClassTally
}

const posts: Partial<Record<ApprenticeshipAct, (id: string) => string>> = {
  start: paths.apprenticeships.start,
  resume: paths.apprenticeships.resume,
  recall: paths.apprenticeships.recall,
  'finish-training': paths.apprenticeships.finishTraining,
  complete: paths.apprenticeships.complete,
}
const asks: Partial<Record<ApprenticeshipAct, (id: string) => string>> = {
  withdraw: paths.apprenticeships.withdraw,
  suspend: paths.apprenticeships.suspend,
  'check-mid-term': paths.apprenticeships.checkMidTerm,
}

/** One primary act, by what the class needs next and what this person may do. */
function actionsOf(t: Translate, { one, actor, today, tally }: ShowData): Action[] {
  const id = String(one._id)
  const acts = allowedActs(one, actor, { today, tally })
  const button = (act: ApprenticeshipAct, style: Action['style']): Action[] => {
    if (!acts.includes(act)) return []
    const post = posts[act]
    return [
      {
        text: t(`apprenticeships.do-${act}`),
        style,
        ...(post ? { href: post(id), post: true } : { href: asks[act]!(id) }),
      },
    ]
  }
  const primary: Action[] = [
    ...(acts.includes('submit')
      ? [
          {
            text: t(one.state === 'returned' ? 'courseRuns.correct' : 'courseRuns.goOn'),
            href: one.state === 'returned' ? paths.apprenticeships.edit(id) : paths.apprenticeships.check(id),
          },
        ]
      : []),
    ...(acts.includes('county-pass') || acts.includes('file')
      ? [{ text: t('courseRuns.review'), href: paths.apprenticeships.review(id) }]
      : []),
    ...(['start', 'check-mid-term', 'finish-training', 'complete', 'resume'] as const).flatMap((act) =>
      button(act, 'primary'),
    ),
    ...(one.state === 'completed' && may(actor, 'settlement.edit')
      ? [{ text: t('apprenticeships.toSettlement'), href: paths.apprenticeships.settlement(id) }]
      : []),
  ]
  return [
    ...primary.map((action, i): Action => ({ ...action, style: i === 0 ? 'primary' : 'outline' })),
    ...button('recall', 'outline'),
    ...button('withdraw', 'outline-danger'),
    ...button('suspend', 'outline-danger'),
  ]
}

const because: Partial<Record<ApprenticeshipRecord['state'], string>> = {
  returned: 'return',
  rejected: 'reject',
  suspended: 'suspend',
  withdrawn: 'withdraw',
}

/** What stands in the way or comes next, in one sentence, so that no act is missing without its reason. */
function noteOf(t: Translate, { one, actor, today, tally }: ShowData): Note | undefined {
  const act = because[one.state]
  if (act)
    return {
      kind: 'wait',
      text: t(`apprenticeships.${one.state}Because`),
      more: [...(one.timeline ?? [])].reverse().find((step) => step.act === act)?.note ?? '',
    }
  if (one.state === 'filed' && may(actor, 'apprenticeship.edit'))
    return todo(t, [
      tally.apprentices === 0 && t('apprenticeships.todo-apprentices'),
      tally.withoutContracts > 0 && t('apprenticeships.todo-contracts', { count: tally.withoutContracts }),
      today < one.startsOn && t('apprenticeships.todo-start', { day: formatDay(one.startsOn, t.lang) }),
    ])
  if (one.state === 'running')
    return todo(t, [
      tally.withoutMidCheck > 0 && t('apprenticeships.todo-mid-term', { count: tally.withoutMidCheck }),
      tally.withoutMidCheck === 0 && !may(actor, 'apprenticeship.review') && t('apprenticeships.todo-county'),
    ])
  if (one.state === 'mid-checked' && tally.lastDueOn && today < tally.lastDueOn)
    return todo(t, [t('apprenticeships.todo-term', { day: formatDay(tally.lastDueOn, t.lang) })])
  if (one.state === 'awaiting-assessment')
    return todo(t, [tally.withoutOutcome > 0 && t('apprenticeships.todo-outcomes', { count: tally.withoutOutcome })])
  return undefined
}

function todo(t: Translate, items: readonly (string | false)[]): Note | undefined {
  const shown = items.filter((item) => item !== false)
  return shown.length === 0 ? undefined : { text: t('apprenticeships.todo'), items: shown }
}

export const apprenticeshipMoments = (t: Translate, { timeline }: ApprenticeshipRecord): Moment[] =>
  momentsOf(timeline, ({ act }) => t(`apprenticeships.act-${act}`))

export function apprenticeshipPage(t: Translate, data: ShowData): Page & Record<string, unknown> {
  const { one, tally } = data
  const id = String(one._id)
  const dates = (['filedOn', 'midCheckedOn', 'completedOn', 'settledOn'] as const).flatMap((name) =>
    one[name] ? [{ label: t(`apprenticeships.${name}`), value: formatDay(one[name], t.lang) }] : [],
  )
  const head: Fact[] = [
    {
      label: t('apprenticeships.enterprise'),
      value: one.enterpriseName,
      href: paths.organisations.show(one.enterpriseId),
    },
    {
      label: t('apprenticeships.apprentices'),
      value: t('apprenticeships.ofPlanned', { count: tally.apprentices, planned: one.planned }),
    },
  ]
  const [goal, term, plan] = planFacts(t, one)
  return {
    layout: 'staff',
    title: one.title,
    tag: apprenticeshipTag(t, one.state),
    meta: one.number,
    actions: actionsOf(t, data),
    note: noteOf(t, data),
    tabs: classTabs(t, id, data.actor, 'plan'),
    tabsLabel: t('apprenticeships.tabs'),
    crumbs: [
      { text: t('apprenticeships.title'), href: paths.apprenticeships.list() },
      { text: one.number, href: '' },
    ],
    facts: [...head, ...goal!.facts, ...term!.facts, ...dates],
    plan: plan!.facts[0]!.value,
    moments: apprenticeshipMoments(t, one),
  }
}
