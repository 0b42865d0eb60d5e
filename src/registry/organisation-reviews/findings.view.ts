import { areaOfCreditCode, creditCodeVerdict } from '../../shared/credit-code.js'
import { countyOf, placeOf, regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Check } from '../../web/story-models.js'
import type { Clashes, OrganisationRow } from '../organisations/organisation.queries.js'
import { inForceOn } from '../organisations/organisation.rules.js'
import type { Reading } from '../organisations/organisation-facts.view.js'

/** What is up for decision: a filing, or the facts of a proposed change. */
export type Filed = NonNullable<OrganisationRow['proposal']> | OrganisationRow

function codeChecks(t: Translate, filed: Filed): Check[] {
  const verdict = creditCodeVerdict(filed.creditCode)
  const expected = verdict.ok ? (verdict.expected ?? '') : ''
  const code: Check = !filed.creditCodeWarning
    ? { state: 'good', text: t('organisations.findCodeGood') }
    : filed.creditCodeAcceptedBy
      ? { state: 'good', text: t('organisations.findCodeAccepted') }
      : { state: 'wait', text: t('organisations.findCodeWarning', { expected }) }
  const area = areaOfCreditCode(filed.creditCode)
  // Firms of the three counties carry 133100 as well as the county's own code (domain.md 8.1).
  const broad = countyOf(filed.homeRegion) === undefined || placeOf(area) === 'xiongan'
  const agrees = area === filed.homeRegion || (broad && placeOf(area) === placeOf(filed.homeRegion))
  return [
    code,
    agrees
      ? { state: 'good', text: t('organisations.findAreaGood') }
      : { state: 'wait', text: t('organisations.findAreaDiffers', { area: regionName(area, t.lang) }) },
  ]
}

/** What the system found in a filing, for the reviewer to weigh. */
export function checksOf({ t, today }: Reading, filed: Filed, clashes: Clashes): Check[] {
  const ended = filed.licences.filter((licence) => !inForceOn(licence, today)).length
  const licences: Check =
    filed.licences.length === 0
      ? { state: 'wait', text: t('organisations.findNoLicences') }
      : ended > 0
        ? { state: 'wait', text: t('organisations.findLicencesExpired', { count: ended }) }
        : { state: 'good', text: t('organisations.findLicencesGood', { count: filed.licences.length }) }
  return [
    ...codeChecks(t, filed),
    licences,
    ...(filed.certificatePrefix
      ? [
          clashes.prefix
            ? { state: 'wait' as const, text: t('organisations.prefix-taken') }
            : { state: 'good' as const, text: t('organisations.findPrefixGood') },
        ]
      : []),
    ...(clashes.name ? [{ state: 'wait' as const, text: t('organisations.findSameName') }] : []),
  ]
}
