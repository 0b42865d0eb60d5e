import type { Day } from '../../shared/dates.js'

export type PolicyUnit =
  'percent' | 'points' | 'times' | 'years' | 'months' | 'credits' | 'hours' | 'people' | 'days' | 'minutes'
/** What a figure may be, and in which unit it is shown. */
export type PolicyKind =
  | { kind: 'number'; unit: PolicyUnit; min: number; max: number }
  /** fen, typed and shown in yuan */
  | { kind: 'money'; min: number; max: number }
  | { kind: 'flag' }
  | { kind: 'choice'; options: readonly string[] }
  /** a pattern, such as that of a number */
  | { kind: 'text'; shape: RegExp }

/** A figure and its first row; a clause that begins with 样例 is not Xiong'an's own, an administrator replaces it. */
export interface FirstFigure {
  kind: PolicyKind
  value: number | boolean | string
  from: Day
  clause: string
}

/** The first figures hold from here: no fact that the plan counts is older. */
export const planStart: Day = '2021-01-01'

export const number = (unit: PolicyUnit, min: number, max: number): PolicyKind => ({ kind: 'number', unit, min, max })
export const money = (min: number, max: number): PolicyKind => ({ kind: 'money', min, max })
export const flag: PolicyKind = { kind: 'flag' }
export const choice = (...options: string[]): PolicyKind => ({ kind: 'choice', options })
export const text = (shape: RegExp): PolicyKind => ({ kind: 'text', shape })

/** `XA{year}{sequence:6}`: how the numbers of a family of papers are made. */
export const numberPattern = text(/^[A-Z0-9-]*\{year\}[A-Z0-9-]*\{sequence:[4-9]\}$/)
