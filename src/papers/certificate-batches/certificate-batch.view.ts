import { paths, withQuery } from '../../paths.js'
import { formatDay, formatInstant } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { Action, Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { BatchRow } from './certificate-batch.queries.js'
import type { Refusal } from '../certificate-issue/certificate-sift.js'
import { refusalTable } from './refusal.view.js'
import { sourceCrumbs, sourcePlaces } from '../certificate-sources/source-place.view.js'

const kinds = { running: 'run', done: 'good', stopped: 'neutral' } as const
export const tagOf = (t: Translate, { state }: Pick<BatchRow, 'state'>): Tag => ({
  kind: kinds[state],
  text: t(`certificateBatches.${state}`),
})

export function batchPage(
  t: Translate,
  batch: BatchRow,
  refusals: readonly Refusal[],
  {
    mayStop,
    mayIssue,
    ownTask,
    opensPeople,
  }: { mayStop: boolean; mayIssue: boolean; ownTask: boolean; opensPeople: boolean },
): Page & Record<string, unknown> {
  const id = String(batch._id)
  const all = sourcePlaces[batch.sourceKind].certificates(batch.sourceId)
  const { issued, refused, notDone: left } = batch.counts
  const certificates = withQuery(paths.certificates.list(), { batch: id })
  const running = batch.state === 'running'
  const unit = t('certificateBatches.people')
  const actions: Action[] = [
    ...(issued > 0
      ? [{ text: t('certificateBatches.seeCertificates'), href: certificates, style: 'primary' as const }]
      : []),
    ...(running && ownTask
      ? [{ text: t('certificateBatches.progress'), href: paths.tasks.show(batch.taskId), style: 'outline' as const }]
      : []),
    ...(!running && mayIssue && refused + left > 0
      ? [{ text: t('certificateBatches.again'), href: all, style: 'outline' as const }]
      : []),
  ]
  return {
    layout: 'staff',
    title: t('certificateBatches.batchTitle', { run: batch.sourceTitle }),
    tag: tagOf(t, batch),
    actions,
    refreshSeconds: running ? 5 : 0,
    lead: t(left > 0 ? 'certificateBatches.equationOpen' : 'certificateBatches.equation', {
      total: batch.total,
      issued,
      refused,
      left,
    }),
    crumbs: [
      ...sourceCrumbs(t, { kind: batch.sourceKind, id: batch.sourceId, title: batch.sourceTitle }),
      { text: t('certificateBatches.title'), href: all },
      { text: formatInstant(batch.createdAt), href: '' },
    ],
    figures: [
      {
        label: t('certificateBatches.requested'),
        value: String(batch.total),
        unit,
        href: all,
        note: formatDay(batch.issuedOn, t.lang),
      },
      { label: t('certificateBatches.made'), value: String(issued), unit, href: certificates },
      { label: t('certificateBatches.refused'), value: String(refused), unit, href: '#refusals' },
      ...(left > 0 ? [{ label: t('certificateBatches.notDone'), value: String(left), unit, href: all }] : []),
    ],
    ...(refusals.length > 0 && { refusals: refusalTable(t, refusals, opensPeople, t('certificateBatches.refusals')) }),
    ...(running &&
      mayStop && {
        stop: {
          text: t('certificateBatches.stop'),
          href: paths.certificates.stopBatch(id),
          post: true,
          style: 'outline-danger',
        },
      }),
  }
}
