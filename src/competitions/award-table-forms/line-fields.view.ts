import { levelOrdinals, levelPrinted } from '../../shared/levels.js'
import type { Translate } from '../../shared/words.js'
import { fill, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { FieldRows } from '../../web/form-models.js'
import type { TableKind } from '../award-tables/award-table.data.js'
import { prizes } from '../awards/award.rules.js'
import { prizeCells } from './prize-table.forms.js'
import { linesIn, mostLines, promotionCells } from './promotion-table.forms.js'

/** Lines left empty below those that are filled. */
const spare = 3

/** The columns of a line, by the name of their cells. */
function lineSpecs(t: Translate, kind: TableKind): FieldSpec[] {
  const label = (name: string) => t(`awardTables.${name}`)
  if (kind === 'prize')
    return prizeCells.map((name) => ({ name, label: label(name), kind: 'text', inputmode: 'numeric' }))
  const any = { value: '', label: t('awardTables.any') }
  const levels = levelOrdinals.map((level) => ({ value: String(level), label: levelPrinted(level, t.lang) }))
  const ups = [1, 2].map((count) => ({ value: `up-${count}`, label: t('awardTables.upText', { count }) }))
  const options: Partial<Record<(typeof promotionCells)[number], FieldSpec['options']>> = {
    team: [any, ...[1, 2, 3].map((size) => ({ value: String(size), label: t(`events.team-${size}`) }))],
    prize: [any, ...prizes.map((prize) => ({ value: prize, label: t(`awards.prize-${prize}`) }))],
    presentFrom: [any, ...levels],
    presentTo: [any, ...levels],
    target: [{ value: '', label: '—' }, ...ups, ...levels],
    atMost: [any, ...levels],
  }
  return promotionCells.map((name) => {
    const choices = options[name]
    return choices
      ? { name, label: label(name), kind: 'select', options: choices }
      : { name, label: label(name), kind: 'text', inputmode: 'numeric' }
  })
}

/** One row a prize; for promotion the lines that were typed and some to spare. */
export function lineRows(
  t: Translate,
  { kind, count }: { kind: TableKind; count?: number | undefined },
  values: Values,
  errors: Errors,
): FieldRows {
  const specs = lineSpecs(t, kind)
  const keys =
    kind === 'prize'
      ? [...prizes]
      : Array.from({ length: Math.min(mostLines, count ?? linesIn(values) + spare) }, (_, line) => String(line))
  return {
    caption: t('awardTables.lines'),
    heads: { number: t('awardTables.number'), ...(kind === 'prize' && { name: t('awardTables.prize') }) },
    columns: specs.map(({ label }) => label),
    rows: keys.map((key, line) => {
      const number = String(line + 1)
      const name = kind === 'prize' ? t(`awards.prize-${key}`) : undefined
      const fields = fill(
        specs.map((spec) => ({ ...spec, name: `${spec.name}-${key}` })),
        values,
        errors,
      )
      return {
        number,
        ...(name && { name }),
        cells: fields.map(({ id, name: field, label, value = '', options, error }) => ({
          id,
          name: field,
          value,
          label: `${name ?? `${t('awardTables.number')} ${number}`} ${label}`,
          ...(options ? { options } : { inputmode: 'numeric' as const, size: 4 }),
          ...(error && { wrong: true }),
        })),
        errors: fields.flatMap(({ error }) => error ?? []),
      }
    }),
  }
}
