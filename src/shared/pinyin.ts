/** Names as a clerk types them in search boxes: 安小荷 by `anxiaohe` or `axh`. Surnames are read as surnames (单 shan). */
import { pinyin } from 'pinyin-pro'
import { charactersOf } from './text.js'

const letters = (syllables: readonly string[]): string =>
  syllables
    .join('')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '')

const read = (text: string, surname: 'head' | 'off', pattern: 'pinyin' | 'first'): string =>
  letters(pinyin(text, { toneType: 'none', type: 'array', surname, pattern, v: true }))

/** What is stored beside a person's name, for sorting and searching. */
export const personPinyin = (name: string): { namePinyin: string; nameInitials: string } => ({
  namePinyin: read(name, 'head', 'pinyin'),
  nameInitials: read(name, 'head', 'first'),
})

/** The same for the name of an organisation, a course or an occupation, where nothing is a surname. */
export const titlePinyin = (title: string): { namePinyin: string; nameInitials: string } => ({
  namePinyin: read(title, 'off', 'pinyin'),
  nameInitials: read(title, 'off', 'first'),
})

/** Is this what somebody types for pinyin or initials, and not a name? Gives it without spaces and tones, in lower case. */
export function pinyinTyped(text: string): string | undefined {
  const bare = text
    .normalize('NFD')
    .replace(/\u0308/g, 'v')
    .replace(/uv/g, 'v')
    .replace(/[\p{M}\s'’-]/gu, '')
    .toLowerCase()
  return charactersOf(bare).length > 0 && /^[a-z]+$/.test(bare) ? bare : undefined
}
