import i18next from 'i18next'
import type { Lang, Sentence, Translate, Words } from '../shared/words.js'

const plural = (key: string, sentence: Sentence): Record<string, string> =>
  sentence.length === 3 ? { [`${key}_one`]: sentence[1], [`${key}_other`]: sentence[2] } : { [key]: sentence[1] }

/** Turns the rooms' words into i18next resources; `t(key, { count })` chooses the plural. */
export function createTranslator(rooms: Readonly<Record<string, Words>>): (lang: Lang) => Translate {
  const tables: Record<Lang, Record<string, Record<string, string>>> = { 'zh-CN': {}, en: {} }
  for (const [room, words] of Object.entries(rooms)) {
    tables['zh-CN'][room] = Object.fromEntries(Object.entries(words).map(([key, sentence]) => [key, sentence[0]]))
    tables.en[room] = Object.assign({}, ...Object.entries(words).map(([key, sentence]) => plural(key, sentence))) as Record<string, string>
  }
  const instance = i18next.createInstance()
  void instance.init({
    initAsync: false, lng: 'zh-CN', fallbackLng: 'zh-CN', supportedLngs: ['zh-CN', 'en'], interpolation: { escapeValue: false },
    resources: { 'zh-CN': { translation: tables['zh-CN'] }, en: { translation: tables.en } },
  })
  return (lang) => Object.assign((key: string, params?: Record<string, string | number>) => instance.t(key, { ...params, lng: lang }), { lang })
}
