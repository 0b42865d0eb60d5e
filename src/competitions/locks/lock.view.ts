import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors } from '../../web/form.js'
import type { BlocksPage } from '../../web/page-models.js'
import type { LockObstacle } from './lock.rules.js'

export interface LockShown {
  event: { id: string; title: string }
  obstacles: readonly LockObstacle[]
  total: number
}

/** `还没有评完：K7Q（A1.1、A2.1）、M2P（A2.1）` */
const obstacleText = (t: Translate, { reason, open }: LockObstacle): string =>
  t(`contestResults.${reason}`, {
    codes: open
      .map(({ code, aspects }) =>
        aspects.length > 0 ? t('contestResults.openLine', { code, aspects: aspects.join('、') }) : code,
      )
      .join('、'),
  })

/** The chief judge's page: what is missing, or the signature. */
export function lockPage(t: Translate, { event, obstacles, total }: LockShown, errors: Errors = {}): BlocksPage {
  const ready = obstacles.length === 0
  return {
    layout: 'staff',
    width: 'form',
    title: t('contestResults.lockTitle', { title: event.title }),
    lead: t('contestResults.lockLead'),
    problems: problemsOf(errors),
    crumbs: [
      { text: t('assignments.myDuties'), href: paths.duties.list() },
      { text: event.title, href: paths.judging.event(event.id) },
      { text: t('contestResults.lock'), href: '' },
    ],
    blocks: [
      ready
        ? {
            note: { kind: 'good', text: t('contestResults.lockReady', { total }) },
            form: {
              action: paths.judging.lock(event.id),
              submit: t('contestResults.lock'),
              sections: [
                { fields: fill([{ name: 'signed', label: t('contestResults.sign'), kind: 'checkbox' }], {}, errors) },
              ],
              back: { text: t('competitions.keep'), href: paths.judging.event(event.id) },
            },
          }
        : {
            note: {
              kind: 'wait',
              text: t('contestResults.notYet'),
              items: obstacles.map((obstacle) => obstacleText(t, obstacle)),
            },
          },
    ],
  }
}
