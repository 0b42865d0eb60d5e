import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Check } from '../../web/story-models.js'
import type { Finding } from './finding.rules.js'

/** Each finding as a sentence with its clause; what needs a look has the warning sign, never a colour alone. */
export function findingChecks(t: Translate, findings: readonly Finding[]): Check[] {
  return findings.map(({ key, ok, params, clause, link }) => {
    const reason = 'reason' in params && !ok ? t(`runReviews.reason-${params['reason']}`) : ''
    const kind = ok ? 'good' : key === 'overlap' && !link ? 'elsewhere' : 'look'
    const text = t(`runReviews.${key}-${kind}`, { ...params, reason })
    const end = `${link ? t('runReviews.overlapEnd', params) : ''}${clause ? t('runReviews.clause', { clause }) : ''}`
    return {
      state: ok ? 'good' : 'wait',
      text,
      ...(link && { link: { text: link.title, href: paths.courseRuns.show(link.id) } }),
      ...(end && { end }),
    }
  })
}

export const toLookAt = (findings: readonly Finding[]): number => findings.filter(({ ok }) => !ok).length
