/** Numbers that open, the rule that made them, and how far a target is. All texts are already in the reader's language. */
import type { Link } from './link-models.js'

/** partials/figures.ejs */
export interface Figure {
  label: string
  value: string
  unit?: string
  note?: string
  noteHref?: string
  href: string
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

/** partials/chart.ejs: the table stands beside it, never only the picture */
export interface Chart {
  src: string
  smallSrc?: string
  width: number
  height: number
  alt: string
  caption: string
}
