/** What may be shown of a person where the whole may not: one form of mask for each kind, everywhere. */
import { charactersOf } from './text.js'

const stars = (count: number): string => '*'.repeat(Math.max(count, 0))

/** `130632********0025`; other documents keep the first one or two and the last two characters. */
export function maskId(id: string): string {
  if (/^\d{17}[\dX]$/i.test(id)) return `${id.slice(0, 6)}********${id.slice(-4)}`
  const characters = charactersOf(id)
  const head = characters.length >= 8 ? 2 : 1
  const tail = characters.length >= 5 ? 2 : 0
  return (
    characters.slice(0, head).join('') +
    stars(characters.length - head - tail) +
    characters.slice(characters.length - tail).join('')
  )
}

/** `138****1234`; a landline keeps its area code and the last three digits. */
export function maskPhone(phone: string): string {
  if (/^1\d{10}$/.test(phone)) return `${phone.slice(0, 3)}****${phone.slice(-4)}`
  const [area, local] = phone.includes('-') ? (phone.split('-', 2) as [string, string]) : ['', phone]
  return `${area}${area && '-'}${stars(local.length - 3)}${local.slice(-3)}`
}

const compoundSurnames = new Set(
  '欧阳 太史 端木 上官 司马 东方 独孤 南宫 万俟 闻人 夏侯 诸葛 尉迟 公羊 赫连 澹台 皇甫 宗政 濮阳 公冶 太叔 申屠 公孙 慕容 仲孙 钟离 长孙 宇文 司徒 鲜于 司空 闾丘 子车 亓官 司寇 巫马 公西 颛孙 壤驷 公良 漆雕 乐正 宰父 谷梁 拓跋 夹谷 轩辕 令狐 段干 百里 呼延 东郭 南门 羊舌 微生 左丘 西门 第五'.split(
    ' ',
  ),
)

/** `张*明`, `张*`, `欧阳*`; the surname stays, and the last character when something stands between. */
export function maskName(name: string): string {
  const characters = charactersOf(name)
  if (/^\p{Script=Latin}/u.test(name)) return name.replace(/(?<=\p{Script=Latin})[\p{Script=Latin}\p{M}'’]/gu, '*')
  const surname = characters.length > 2 && compoundSurnames.has(characters.slice(0, 2).join('')) ? 2 : 1
  const last = characters.length > surname + 1 ? 1 : 0
  return characters.map((c, i) => (i < surname || i >= characters.length - last || c === '\u00b7' ? c : '*')).join('')
}
