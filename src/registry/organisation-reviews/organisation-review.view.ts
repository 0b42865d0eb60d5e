import { paths } from '../../paths.js'
import type { Actor } from '../../shared/permissions.js'
import type { Step } from '../../shared/timeline.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors } from '../../web/form.js'
import type { Decide } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Fact } from '../../web/story-models.js'
import { checksOf, type Filed } from './findings.view.js'
import { returnReasons } from './review.forms.js'
import type { Clashes, OrganisationRow } from '../organisations/organisation.queries.js'
import { changedFields, isMaker } from '../organisations/organisation.rules.js'
import { crumbsOf, organisationMoments, stateTag } from '../organisations/organisation.view.js'
import { factPairs, licenceTable, type Reading } from '../organisations/organisation-facts.view.js'

export interface ReviewState {
  place: { n: number; total: number; next?: string }
  clashes: Clashes
  chosen?: readonly string[]
  text?: string
  errors?: Errors
}

/** What is up for decision: a proposed change, else the filing itself. */
export const filedOf = (row: OrganisationRow): Filed =>
  row.state === 'approved' && row.proposal?.state === 'submitted' ? row.proposal : row

/** A code with a wrong check digit that nobody has compared with the licence yet bars approval. */
const unaccepted = (filed: Filed): boolean => Boolean(filed.creditCodeWarning && !filed.creditCodeAcceptedBy)

/** Old → new for what a proposal changes. */
function factsOf(t: Translate, row: OrganisationRow, filed: Filed): Fact[] {
  if (filed === row) return factPairs(t, row).map(({ fact }) => fact)
  const before = new Map(factPairs(t, row).map(({ field, fact }) => [field, fact.value]))
  return factPairs(t, {
    ...filed,
    address: row.address,
    contactName: row.contactName,
    contactPhone: row.contactPhone,
  }).map(({ field, fact }) =>
    before.get(field) === fact.value ? fact : { ...fact, old: before.get(field) ?? t('organisations.notFilled') },
  )
}

function decideOf(
  t: Translate,
  row: OrganisationRow,
  findings: number,
  { chosen = [], text, errors = {} }: ReviewState,
): Decide {
  return {
    title: t('organisations.decideTitle'),
    findings: unaccepted(filedOf(row))
      ? t('organisations.decideAcceptFirst')
      : findings > 0
        ? t('organisations.decideFindings', { count: findings })
        : t('organisations.decideClean'),
    action: paths.organisations.review(String(row._id)),
    hidden: { version: String(row.version) },
    approve: {
      text: t('organisations.approveNext'),
      act: 'approve-next',
      only: { text: t('organisations.approveOnly'), act: 'approve' },
    },
    giveBack: {
      title: t('organisations.giveBack'),
      hint: t('organisations.giveBackHint'),
      textLabel: t('organisations.giveBackText'),
      submit: t('organisations.giveBackNext'),
      act: 'return-next',
      reasons: returnReasons.map((value) => ({
        value,
        label: t(`organisations.why-${value}`),
        checked: chosen.includes(value),
      })),
      ...(text && { text }),
      ...(errors['decide-text'] && { error: errors['decide-text'] }),
    },
  }
}

/** Document left, decision right (look.md 5.4). Whoever made the filing sees it without the decision. */
export function reviewPage(reading: Reading, row: OrganisationRow, actor: Actor, state: ReviewState) {
  const { t } = reading
  const { place, errors = {} } = state
  const filed = filedOf(row)
  const checks = checksOf(reading, filed, state.clashes)
  const own = isMaker((row.timeline ?? []) as Step[], actor.id)
  const next = place.next && place.next !== String(row._id) ? place.next : undefined
  const page: Page = {
    layout: 'staff',
    title: row.name,
    tag: stateTag(t, row),
    problems: problemsOf(errors),
    ...(place.n > 0 && { meta: t('organisations.reviewPlace', { n: place.n, total: place.total }) }),
    actions: next ? [{ text: t('organisations.skip'), href: paths.organisations.review(next) }] : [],
    crumbs: crumbsOf(
      t,
      actor,
      { text: row.name, href: paths.organisations.show(String(row._id)) },
      { text: t('organisations.review'), href: '' },
    ),
  }
  const changesLicences =
    filed !== row && changedFields({ licences: row.licences }, { licences: filed.licences }).length > 0
  const findings = checks.filter(({ state: found }) => found !== 'good').length
  return {
    ...page,
    documentTitle: t(filed === row ? 'organisations.facts' : 'organisations.proposalHead'),
    facts: factsOf(t, row, filed),
    checks,
    licences: filed.licences.length > 0 ? licenceTable(reading, filed.licences) : undefined,
    licencesBefore: changesLicences && row.licences.length > 0 ? licenceTable(reading, row.licences) : undefined,
    moments: organisationMoments(t, row.timeline),
    ownNote: own ? { kind: 'wait' as const, text: t('organisations.ownMaking') } : undefined,
    decide: own ? undefined : decideOf(t, row, findings, state),
    accept:
      !own && unaccepted(filed)
        ? {
            action: paths.organisations.review(String(row._id)),
            version: String(row.version),
            field: fill(
              [
                {
                  name: 'accepted',
                  label: t('organisations.acceptCode'),
                  kind: 'checkbox',
                  options: [{ value: '1', label: '' }],
                },
              ],
              {},
              errors,
            )[0]!,
            text: t('organisations.acceptCodeDo'),
          }
        : undefined,
  }
}
