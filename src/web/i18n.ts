import i18next from 'i18next'
import type { Lang, Sentence, Translate, Words } from '../shared/words.js'

const plural = (key: string, sentence: Sentence): Record<string, string> =>
  sentence.length === 3 ? { [`${key}_one`]: sentence[1], [`${key}_other`]: sentence[2] } : { [key]: sentence[1] }

// Only amounts: a year or a code that happens to be a number keeps its digits together.
const amounts = ['total', 'from', 'to', 'done', 'faults', 'lines', 'enrolled', 'max', 'min', 'capacity'] as const

/** `count` chooses the plural as a number and is shown with its commas. */
function shown(params: Record<string, string | number> = {}): Record<string, string | number> {
  const texts = ['count', ...amounts]
    .filter((key) => typeof params[key] === 'number')
    .map((key) => [key === 'count' ? 'countText' : key, params[key]!.toLocaleString('en-US')])
  return { ...params, ...(Object.fromEntries(texts) as Record<string, string>) }
}
const withCountText = (sentence: Sentence): Sentence =>
  sentence.map((text) => text.replaceAll('{{count}}', '{{countText}}')) as unknown as Sentence

/** Turns the rooms' words into i18next resources; `t(key, { count })` chooses the plural. */
export function createTranslator(rooms: Readonly<Record<string, Words>>): (lang: Lang) => Translate {
  const tables: Record<Lang, Record<string, Record<string, string>>> = { 'zh-CN': {}, en: {} }
  for (const [room, words] of Object.entries(rooms)) {
    const sentences = Object.entries(words).map(([key, sentence]) => [key, withCountText(sentence)] as const)
    tables['zh-CN'][room] = Object.fromEntries(sentences.map(([key, sentence]) => [key, sentence[0]]))
    tables.en[room] = Object.assign({}, ...sentences.map(([key, sentence]) => plural(key, sentence))) as Record<
      string,
      string
    >
  }
  const instance = i18next.createInstance()
  void instance.init({
    initAsync: false,
    lng: 'zh-CN',
    fallbackLng: 'zh-CN',
    supportedLngs: ['zh-CN', 'en'],
    interpolation: { escapeValue: false },
    resources: { 'zh-CN': { translation: tables['zh-CN'] }, en: { translation: tables.en } },
  })
  return (lang) =>
    Object.assign(
      (key: string, params?: Record<string, string | number>) => instance.t(key, { ...shown(params), lng: lang }),
      { lang },
    )
}
