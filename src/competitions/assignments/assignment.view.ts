import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { BlocksPage, Page } from '../../web/page-models.js'
import type { Cell, List } from '../../web/table-models.js'
import type { CompetitionRecord } from '../competitions/competition.model.js'
import { stepOf } from '../draws/draw.rules.js'
import { eventCrumbs, eventTabs, eventTag } from '../events/event-tabs.view.js'
import type { EventRecord } from '../events/event.model.js'
import type { AssignmentRecord, Duty } from './assignment.model.js'
import { dutyList, roleOfDuty, seats } from './assignment.rules.js'

export const seatName = (duty: Duty, seat: number): string => `${duty}-${seat}`
/** Every place that can be filled, in the order of the form. */
export const allSeats = dutyList.flatMap((duty) =>
  Array.from({ length: seats[duty] }, (_, i) => ({ duty, seat: i + 1 })),
)
const labelOf = (t: Translate, duty: Duty, seat: number): string =>
  seats[duty] === 1
    ? t(`assignments.duty-${duty}`)
    : t('assignments.seat', { duty: t(`assignments.duty-${duty}`), seat })

export interface StaffShown {
  event: EventRecord
  assigned: readonly AssignmentRecord[]
  candidates: readonly { _id: string; name: string; role: string }[]
  mayAppoint: boolean
  reader: Actor
}

export function staffPage(
  t: Translate,
  { event, assigned, candidates, mayAppoint, reader }: StaffShown,
  values: Values = {},
  errors: Errors = {},
): BlocksPage {
  const id = String(event._id)
  const holder = (duty: Duty, seat: number) => assigned.find((one) => one.duty === duty && one.seat === seat)
  const specs = allSeats.map(({ duty, seat }): FieldSpec => ({
    name: seatName(duty, seat),
    label: labelOf(t, duty, seat),
    kind: 'select',
    width: 8,
    ...(duty === 'scorer' && { optional: true }),
    value: holder(duty, seat)?.accountId ?? '',
    options: [
      { value: '', label: t('assignments.nobody') },
      ...candidates
        .filter(({ role }) => role === roleOfDuty(duty))
        .map(({ _id, name }) => ({ value: _id, label: name })),
    ],
  }))
  const facts = allSeats.map(({ duty, seat }) => ({
    label: labelOf(t, duty, seat),
    value: holder(duty, seat)?.accountName ?? t('assignments.nobody'),
  }))
  const form = {
    action: paths.events.staff(id),
    submit: t('assignments.save'),
    sections: [{ fields: fill(specs, values, errors) }],
  }
  return {
    layout: 'staff',
    title: event.title,
    meta: t('assignments.title'),
    lead: t('assignments.lead'),
    crumbs: eventCrumbs(t, event, t('assignments.title')),
    problems: problemsOf(errors),
    ...eventTabs(t, id, 'staff', reader),
    blocks: mayAppoint
      ? [candidates.length > 0 ? { form } : { empty: { title: t('assignments.noCandidates') } }]
      : [{ facts, ...(event.state === 'open' && { text: t('assignments.frozen') }) }],
  }
}

export interface DutyRow {
  assignment: AssignmentRecord
  event: EventRecord
  competition: CompetitionRecord
  drawn: readonly string[]
}

const isOver = (state: EventRecord['state']): boolean => state === 'final' || state === 'cancelled'

/** What somebody of the judges or the staff may do next in an event. */
function goOf(t: Translate, { assignment: { duty }, event, competition, drawn }: DutyRow): Cell {
  const id = String(event._id)
  const step = stepOf(duty)
  if (duty === 'judge' && event.state === 'marking')
    return { text: t('assignments.go-mark'), href: paths.judging.event(id) }
  if (duty === 'chief-judge' && event.state !== 'open')
    return { text: t('assignments.go-watch'), href: paths.judging.event(id) }
  if (duty === 'keyer' && event.state === 'marking')
    return { text: t('assignments.go-key'), href: paths.keying.event(id) }
  if (step && !drawn.includes(step) && competition.state === 'entries-closed' && event.state === 'open')
    return { text: t('assignments.go-draw'), href: paths.duties.draw(id) }
  if (step && event.state === 'locked' && step !== 'entry')
    return { text: t('assignments.go-open'), href: paths.duties.draw(id) }
  return step && drawn.includes(step)
    ? { text: t('assignments.go-map'), href: paths.duties.draw(id) }
    : { text: t(isOver(event.state) ? 'assignments.over' : 'assignments.wait') }
}

export function dutiesPage(t: Translate, rows: readonly DutyRow[]): Page & { list: List } {
  const columns = ['event', 'duty', 'contest', 'state', 'next'].map((key) => ({ label: t(`assignments.${key}`) }))
  const cells = (row: DutyRow): Cell[] => [
    { text: row.event.title, sub: row.competition.title },
    { text: labelOf(t, row.assignment.duty, row.assignment.seat) },
    { text: row.competition.contestFrom, num: true, sub: t('competitions.until', { day: row.competition.contestTo }) },
    { tag: eventTag(t, row.event.state) },
    goOf(t, row),
  ]
  return {
    layout: 'staff',
    title: t('assignments.myDuties'),
    lead: t('assignments.dutiesLead'),
    list:
      rows.length > 0
        ? { table: { caption: t('assignments.myDuties'), columns, rows: rows.map((row) => ({ cells: cells(row) })) } }
        : { empty: { title: t('assignments.none'), text: t('assignments.noneText') } },
  }
}
