/** A paper as it is shown and as verification answers for it. All texts are already in the reader's language. */
import type { Action, Link, Tag } from './link-models.js'
import type { Form } from './form-models.js'
import type { Fact } from './story-models.js'

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
