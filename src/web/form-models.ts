/** Forms and what a reviewer decides with. All texts are already in the reader's language. */
import type { Action, Link, Tag } from './link-models.js'

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
  /** may be sent again as it is: somebody signs in, or asks once more */ repeatable?: boolean
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

/** partials/decide.ejs (4.23). The textarea is `text`, the reasons are `reasons`; nothing is preselected but a returned draft. */
export interface Decide {
  title: string
  findings: string
  action: string
  hidden?: Record<string, string>
  /** left out where the rules do not allow it: `findings` says why */
  approve?: { text: string; act: string; only?: { text: string; act: string } }
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

/** One field of a row: its column is its label for the eyes, `label` says row and column. */
export interface FieldCell {
  id: string
  name: string
  value: string
  label: string
  options?: readonly { value: string; label: string }[]
  className?: string
  inputmode?: 'numeric' | 'decimal'
  size?: number
  wrong?: boolean
}
/** partials/field-rows.ejs: rows of fields, with what is wrong in a row below it. */
export interface FieldRows {
  caption: string
  /** the head of the rows' numbers, and of their names where they have one */
  heads: { number: string; name?: string }
  columns: readonly string[]
  rows: readonly { number: string; name?: string; cells: readonly FieldCell[]; errors: readonly string[] }[]
}
