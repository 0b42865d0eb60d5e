/** What the shared partials in `views/partials/` are given. All texts are already in the reader's language. */

export type TagKind = 'neutral' | 'run' | 'wait' | 'good' | 'back' | 'void' | 'moved'
export interface Tag {
  kind: TagKind
  text: string
}

export interface Link {
  text: string
  href: string
  icon?: string
  current?: boolean
  count?: number
}
/** `post` makes a one-button form with the CSRF token; `fields` are its hidden values. */
export interface Action extends Link {
  style?: 'primary' | 'outline' | 'link' | 'danger' | 'outline-danger'
  post?: boolean
  fields?: Record<string, string>
  large?: boolean
}

/** partials/field.ejs */
export interface Field {
  name: string
  id: string
  label: string
  kind:
    | 'text'
    | 'password'
    | 'number'
    | 'date'
    | 'textarea'
    | 'select'
    | 'radios'
    | 'checkboxes'
    | 'checkbox'
    | 'file'
    | 'hidden'
  value?: string
  values?: readonly string[]
  hint?: string
  error?: string
  optional?: boolean
  unit?: string
  width?: 2 | 4 | 8 | 18
  options?: readonly { value: string; label: string; hint?: string }[]
  autocomplete?: string
  inputmode?: string
  accept?: string
  multiple?: boolean
  rows?: number
  lang?: string
  /** only in a search box: `例如 …` */
  placeholder?: string
  readonly?: boolean
  maxlength?: number
}

/** partials/form.ejs: error summary is drawn by the layout from `problems`. */
export interface Form {
  action: string
  method?: 'get' | 'post'
  multipart?: boolean
  sections: readonly { title?: string; hint?: string; fields: readonly Field[] }[]
  submit: string
  back?: Link
  hidden?: Record<string, string>
  extra?: Action
  /** the confirm page of a destructive act */ danger?: boolean
  submitName?: string
  submitValue?: string
  /** 草稿已存 14:02 */ draft?: string
}
/** partials/summary.ejs; `href` is `#field-id`. Drawn above h1 with status 422. */
export interface Problem {
  text: string
  href?: string
}

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

/** partials/facts.ejs: `<dl class="xa-list">` */
export interface Fact {
  label: string
  value?: string
  href?: string
  tag?: Tag
  num?: boolean
  old?: string
  edit?: Link
  note?: string
  strong?: boolean
}
/** partials/timeline.ejs, newest first */
export interface Moment {
  text: string
  at: string
  atIso: string
  by?: string
  note?: string
  now?: boolean
}
/** partials/figures.ejs */
export interface Figure {
  label: string
  value: string
  unit?: string
  note?: string
  noteHref?: string
  href: string
}
/** partials/note.ejs */
/** `items` are bullets below the sentence, such as the effects of an act */
export interface Note {
  kind?: 'good' | 'wait' | 'void'
  text: string
  more?: string
  items?: readonly string[]
  actions?: readonly Action[]
}
/** partials/steps.ejs */
export interface Step {
  text: string
  href?: string
  state: 'done' | 'now' | 'next'
}
/** partials/progress.ejs */
export interface Progress {
  done: number
  total: number
  text: string
  percentText: string
  eventsHref?: string
  finished: boolean
}
/** partials/target.ejs */
export interface TargetBar {
  title: string
  text: string
  href: string
  percent: number
  elapsed: number
  line: string
  peopleText: string
  peopleHref: string
  scaleEnd: string
  sample?: boolean
}

/** What every page has besides its own content. */
export interface Page {
  layout: 'staff' | 'public' | 'plain'
  title: string
  crumbs?: readonly Link[]
  /** beside h1 */
  tag?: Tag
  meta?: string
  actions?: readonly Action[]
  lead?: string
  notice?: Note
  problems?: readonly Problem[]
  /** true when the view draws its own h1 */
  ownTitle?: boolean
  /** narrow column for forms, answers */
  width?: 'form' | 'phone' | 'wide'
  /** reload without script after so many seconds (progress pages) */
  refreshSeconds?: number
  /** cards of WeChat and others (certificate pages) */
  openGraph?: { title: string; description: string; image?: string }
  robots?: string
}

/** partials/equation.ejs: candidates = counted + excluded + pending; `on` is the part whose list is open */
export interface EquationPart {
  label: string
  value: string
  unit: string
  note?: string
  noteHref?: string
  href: string
  on?: boolean
  operator?: '=' | '+'
}
export interface Equation {
  parts: readonly EquationPart[]
  split?: { alt: string; parts: readonly { kind: 'counted' | 'excluded' | 'pending'; percent: number; text: string }[] }
  note?: string
}

/** partials/rule-box.ejs, above every list that a rule made */
export interface RuleBox {
  sentence: string
  clause: string
  from?: string
  link?: Link
  sample?: boolean
}

/** partials/answer.ejs: the six answers of verification */
export interface Answer {
  kind: 'valid' | 'expired' | 'revoked' | 'superseded' | 'not-found' | 'unavailable'
  word: string
  text: string
  /** what stands before the printed facts: revocation, the new number */
  first?: readonly Fact[]
  primary?: Action
  /** of the holder, to compare with the person */
  photo?: { src: string; alt: string }
  facts?: readonly Fact[]
  checks?: { title: string; items: readonly string[] }
  form?: Form
  after?: { text: string; link?: Link; end?: string }
  checkedAt?: string
  times?: string
  actions?: readonly Action[]
}

/** partials/cert-card.ejs: the picture is the real PNG of the paper */
export interface CertCard {
  href: string
  image: string
  imageWidth: number
  imageHeight: number
  title: string
  sub: string
  tag: Tag
  big?: boolean
}

/** partials/decide.ejs (4.23). The textarea is `text`, the reasons are `reasons`; nothing is preselected but a returned draft. */
export interface Decide {
  title: string
  findings: string
  action: string
  hidden?: Record<string, string>
  approve: { text: string; act: string; only?: { text: string; act: string } }
  giveBack: {
    title: string
    hint: string
    reasons: readonly { value: string; label: string; checked?: boolean }[]
    text?: string
    textLabel: string
    error?: string
    submit: string
    act: string
  }
  refuse?: { title: string; text: string; submit: string; act: string }
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
/** partials/checks.ejs: findings of the system, each with its clause */
export interface Check {
  state: 'good' | 'wait' | 'back'
  text: string
  link?: Link
  end?: string
}
/** partials/chart.ejs: the table stands beside it, never only the picture */
export interface Chart {
  src: string
  smallSrc?: string
  width: number
  height: number
  alt: string
  caption: string
}
/** partials/scale.ejs (4.19) */
export interface Scale {
  name: string
  id: string
  title: string
  maxText: string
  tag?: Tag
  value?: string
  error?: string
  steps: readonly { value: string; text: string }[]
}

/** shared/blocks.ejs: one section of a page, with whatever parts it needs; drawn in the order of this list. */
export interface Block {
  id?: string
  title?: string
  link?: Link
  note?: Note
  text?: string
  target?: TargetBar
  figures?: readonly Figure[]
  facts?: readonly Fact[]
  checks?: readonly Check[]
  table?: Table
  rows?: readonly Row[]
  empty?: Empty
  actions?: readonly Action[]
  form?: Form
  moments?: readonly Moment[]
}
/** A page that is nothing but sections, with the tabs of the thing that it belongs to. */
export interface BlocksPage extends Page {
  tabs?: readonly Link[]
  tabsLabel?: string
  blocks: readonly Block[]
}
