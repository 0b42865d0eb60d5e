import { paths } from '../../paths.js'
import { formatDay, formatDays } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import type { Actor } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Link } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import type { Cell, Table } from '../../web/table-models.js'
import { apprenticeTag } from '../apprentice-lists/apprentice-list.view.js'
import type { apprenticeshipsOfPerson, ApprenticeRow } from '../apprentices/apprentice.queries.js'
import { apprenticeInScope } from '../apprentices/apprentice.rules.js'
import type { Station } from './chain.rules.js'

type Way = Awaited<ReturnType<typeof apprenticeshipsOfPerson>>
export interface ChainData {
  person: ApprenticeRow
  way: Way
  stations: readonly Station[]
  actor: Actor
  crumbs: Link[]
}

/** Offices and the apprentice read the whole way; an organisation reads of others only that, when and how long. */
const readsAll = ({ role }: Actor): boolean => ['administrator', 'auditor', 'county-officer', 'trainee'].includes(role)

export function chainPage(t: Translate, data: ChainData): Page & { blocks: { title?: string; table: Table }[] } {
  const { person, stations, actor } = data
  return {
    layout: actor.role === 'trainee' ? 'public' : 'staff',
    title: t('apprenticeChains.title', { name: person.personName }),
    meta: person.idMasked,
    lead: t('apprenticeChains.lead'),
    crumbs: data.crumbs,
    blocks: [
      {
        table: {
          caption: t('apprenticeChains.caption'),
          columns: ['who', 'term', 'contracts', 'served', 'carried', 'moved', 'state'].map((key) => ({
            label: t(`apprenticeChains.${key}`),
          })),
          rows: stations.map((station) => ({ cells: cellsOf(t, station, data) })),
        },
      },
    ],
  }
}

function cellsOf(t: Translate, station: Station, { way, actor }: ChainData): Cell[] {
  const { apprentice, title, number, enterpriseName, institutionName } = way.find(
    ({ apprentice: { _id } }) => _id === station.id,
  )!
  const own = apprenticeInScope(actor, apprentice, true)
  const shown = own || readsAll(actor)
  const moved = [
    station.endMovedTo && t('apprenticeChains.endMoved', { day: formatDay(station.endMovedTo, t.lang) }),
    station.midTermMovedTo && t('apprenticeChains.midTermMoved', { day: formatDay(station.midTermMovedTo, t.lang) }),
  ].filter(Boolean)
  return [
    shown
      ? {
          text: enterpriseName,
          sub: `${title} ${number} · ${institutionName} · ${levelPrinted(apprentice.level as Level, t.lang)}`,
          ...(own && !['trainee', 'mentor'].includes(actor.role) && { href: paths.apprentices.show(station.id) }),
        }
      : { text: t('apprenticeChains.other'), sub: levelPrinted(apprentice.level as Level, t.lang) },
    { text: formatDays(station.first, station.last, t.lang), sub: t(`apprenticeChains.came-${station.arrival}`) },
    shown ? contractCell(t, apprentice) : { text: '—' },
    { text: t('apprenticeChains.days', { count: station.served }), num: true },
    station.carried > 0
      ? { text: t('apprenticeChains.days', { count: station.carried }), num: true }
      : { text: t(station.arrival === 'anew' ? 'apprenticeChains.notCarried' : 'apprenticeChains.nothing') },
    { text: moved.length > 0 ? moved.join(t.lang === 'en' ? '; ' : '；') : t('apprenticeChains.notMoved') },
    { tag: apprenticeTag(t, apprentice.state) },
  ]
}

function contractCell(t: Translate, { labourContract, trainingAgreement }: ApprenticeRow): Cell {
  const text = (kind: 'labour' | 'training', contract: ApprenticeRow['labourContract']): string =>
    [t(`contracts.kind-${kind}`), contract ? `${contract.from} – ${contract.to}` : t('contracts.missing')].join(' ')
  return { text: text('labour', labourContract), sub: text('training', trainingAgreement) }
}
