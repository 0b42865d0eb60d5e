/** What leads on: links, one-button forms, and the tag that says a state. All texts are already in the reader's language. */

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
  /** what is left behind must stay as it is */
  newWindow?: boolean
}
