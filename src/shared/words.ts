/**
 * The sentences of one room in both languages, side by side, so that a missing translation does not compile.
 * Two entries: Chinese, English. Three: Chinese, English singular, English plural (chosen by `count`).
 * `{{name}}` is filled from the call's parameters.
 */
export type Sentence = readonly [zh: string, en: string] | readonly [zh: string, enOne: string, enOther: string]
export type Words = Readonly<Record<string, Sentence>>

export const languages = ['zh-CN', 'en'] as const
export type Lang = (typeof languages)[number]

/** Gives the sentence of a word key such as `courseRuns.title` in the reader's language. */
export interface Translate {
  (key: string, params?: Record<string, string | number>): string
  readonly lang: Lang
}
