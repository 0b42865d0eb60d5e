/** What is known of one thing: its facts, findings, course and progress. All texts are already in the reader's language. */
import type { Action, Link, Tag } from './link-models.js'

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

/** partials/checks.ejs: findings of the system, each with its clause */
export interface Check {
  state: 'good' | 'wait' | 'back'
  text: string
  link?: Link
  end?: string
}
