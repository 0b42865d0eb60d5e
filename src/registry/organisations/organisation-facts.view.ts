import type { LineageName } from '../occupations/occupation.service.js'
import type { Day } from '../../shared/dates.js'
import { isLevel, levelPrinted } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Tag } from '../../web/link-models.js'
import type { Fact } from '../../web/story-models.js'
import type { Table } from '../../web/table-models.js'
import type { OrganisationRow } from './organisation.queries.js'
import { inForceOn, type Licence } from './organisation.rules.js'

export type Lineages = ReadonlyMap<string, LineageName>

/** What every view of an organisation is told besides the record. */
export interface Reading {
  t: Translate
  today: Day
  lineages: Lineages
}

export const lineageText = (t: Translate, lineages: Lineages, lineage: string): string => {
  const named = lineages.get(lineage)
  return named ? (t.lang === 'en' ? named.nameEn : named.name) : lineage
}

export const levelText = (t: Translate, level: number): string =>
  isLevel(level) ? levelPrinted(level, t.lang) : String(level)

export const kindsText = (t: Translate, capabilities: readonly string[]): string =>
  capabilities.map((one) => t(`organisations.${one}`)).join(t.lang === 'en' ? ', ' : '、')

type Facts = Pick<
  OrganisationRow,
  | 'name'
  | 'creditCode'
  | 'capabilities'
  | 'homeRegion'
  | 'region'
  | 'address'
  | 'contactName'
  | 'contactPhone'
  | 'certificatePrefix'
>

/** The filing line by line; the keys are the fields of the form, where 修改 leads. */
export function factPairs(t: Translate, facts: Facts): { field: string; fact: Fact }[] {
  const empty = t('organisations.notFilled')
  const text = (value: string | null | undefined) => value || empty
  const shorter: Record<string, string> = { creditCode: 'creditCodeShort', region: 'county' }
  const pair = (field: string, value: string, num = false) => ({
    field,
    fact: { label: t(`organisations.${shorter[field] ?? field}`), value, num },
  })
  return [
    pair('name', facts.name),
    pair('creditCode', facts.creditCode, true),
    pair('capabilities', facts.capabilities.length === 0 ? empty : kindsText(t, facts.capabilities)),
    pair('homeRegion', regionName(facts.homeRegion, t.lang)),
    pair('region', regionName(facts.region, t.lang)),
    pair('address', text(facts.address)),
    pair('contactName', text(facts.contactName)),
    pair('contactPhone', text(facts.contactPhone), Boolean(facts.contactPhone)),
    ...(facts.capabilities.includes('assessment-body')
      ? [pair('certificatePrefix', text(facts.certificatePrefix), Boolean(facts.certificatePrefix))]
      : []),
  ]
}

export function licenceTable({ t, today, lineages }: Reading, licences: readonly Licence[]): Table {
  const tagOf = (licence: Licence): Tag =>
    inForceOn(licence, today)
      ? { kind: 'good', text: t('organisations.inForce') }
      : licence.from > today
        ? { kind: 'neutral', text: t('organisations.notYet') }
        : { kind: 'wait', text: t('organisations.expired') }
  return {
    caption: t('organisations.licences'),
    plain: true,
    columns: ['occupation', 'maxLevel', 'validity', 'document', 'state'].map((key) => ({
      label: t(`organisations.${key}`),
    })),
    rows: licences.map((licence) => ({
      cells: [
        { text: lineageText(t, lineages, licence.occupation) },
        { text: levelText(t, licence.maxLevel) },
        {
          text: licence.from,
          num: true,
          sub: t('organisations.validTo', { day: licence.to ?? t('organisations.noEnd') }),
        },
        { text: licence.document ?? '' },
        { tag: tagOf(licence) },
      ],
    })),
  }
}
