import type { Tier } from '../competitions/competition.model.js'

/** As papers print them, whatever language the clerk reads. */
export const tierNames: Readonly<Record<Tier, string>> = {
  'national-1': '国家级一类',
  'national-2': '国家级二类',
  provincial: '省级',
  'new-area': '新区级',
  industry: '行业',
  post: '企业岗位练兵',
}

/** What an award certificate can print: the title beside its tier on one line, the sponsor at the seal. */
export const longestPrinted = { title: 36, sponsor: 50 } as const
