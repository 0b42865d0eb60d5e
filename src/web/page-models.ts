/** A whole page, and pages that are nothing but sections. All texts are already in the reader's language. */
import type { Action, Link, Tag } from './link-models.js'
import type { Form, Problem } from './form-models.js'
import type { Empty, List, Row, Table } from './table-models.js'
import type { Figure } from './figure-models.js'
import type { Check, Fact, Moment, Note } from './story-models.js'

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

/** shared/blocks.ejs: one section of a page, with whatever parts it needs; drawn in the order of this list. */
export interface Block {
  id?: string
  title?: string
  note?: Note
  text?: string
  figures?: readonly Figure[]
  facts?: readonly Fact[]
  checks?: readonly Check[]
  table?: Table
  list?: List
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
