import type { Action, Link } from './link-models.js'
import type { Fact } from './story-models.js'

/** What the partials of the frame are given besides the page; made by `web/` for each request. */
export interface Actor {
  name: string
  role: string
  roleName: string
  areaName: string
  organisationName?: string
}
export interface NavGroup {
  title: string
  items: readonly Link[]
}
export interface Tools {
  largeHref: string
  largeText: string
  langHref: string
  langText: string
  langCode: string
  themeHref?: string
  themeText?: string
  searchHref?: string
  bellHref?: string
  bellCount?: number
  accountHref?: string
  signOutAction?: string
  signInHref?: string
}

/** views/errors/*.ejs; every member has a sentence of the frame as its default */
export interface ErrorPage {
  text?: string
  actions?: readonly Action[]
  /** what was written and not saved (expired, conflict) */
  kept?: readonly { label: string; text: string }[]
  /** conflict: what stands there now */
  theirs?: readonly Fact[]
  yours?: readonly Fact[]
  retry?: { action: string; fields: readonly (readonly [name: string, value: string])[] }
  backHref?: string
  /** server-error: the number for the phone */
  number?: string
  seconds?: number
}
