/** Tables, and lists with their filter, pages and empty state. All texts are already in the reader's language. */
import type { Action, Link, Tag } from './link-models.js'
import type { Field } from './form-models.js'

export interface Cell {
  text?: string
  href?: string
  /** second line, small */
  sub?: string
  subHref?: string
  tag?: Tag
  /** right-aligned number column */
  n?: boolean
  /** identifiers and dates: tabular, no wrap */
  num?: boolean
  /** phone card: whole width, or no label */
  full?: boolean
  bare?: boolean
  strong?: boolean
  actions?: readonly Action[]
  /** a list of row errors: column name and what to do */
  rowErrors?: readonly { column: string; text: string }[]
  /** the old value of a change, struck out */
  del?: boolean
  lang?: string
}

export interface Column {
  label: string
  n?: boolean
  sort?: { href: string; direction?: 'ascending' | 'descending' }
  width?: string
}

/** partials/table.ejs; the first cell of each row is the row header. */
export interface Table {
  caption: string
  columns: readonly Column[]
  rows: readonly { cells: readonly Cell[]; id?: string; selected?: boolean }[]
  foot?: readonly Cell[]
  plain?: boolean
  small?: boolean
}

export interface Pager {
  from: number
  to: number
  total: number
  pages: readonly { label: string; href: string; current?: boolean }[]
  previous?: string
  next?: string
}

/** partials/list.ejs: the whole of a list page below its title line. */
export interface List {
  views?: readonly Link[]
  filter?: { action: string; fields: readonly Field[]; more?: readonly Field[]; hidden?: Record<string, string> }
  chips?: readonly { text: string; href: string }[]
  clearHref?: string
  found?: string
  table?: Table
  pager?: Pager
  /** shown instead of the table when there is nothing at all, or nothing that matches */
  empty?: Empty
  /** posts `ids` of the chosen rows and `act` of the button; `label` is the thing with its measure word (个班, course runs) */
  bulk?: {
    action: string
    label: string
    count?: number
    clearHref?: string
    fields?: Record<string, string>
    actions: readonly { text: string; value: string; primary?: boolean }[]
    selectAll?: Link
  }
}

export interface Empty {
  filtered?: boolean
  title: string
  text?: string
  actions?: readonly Action[]
}

/** partials/rows.ejs: hairline list; link at the left, tag or a short word at the right */
export interface Row {
  text: string
  href?: string
  sub?: string
  tag?: Tag
  right?: string
  rightHref?: string
  time?: boolean
  icon?: string
}
