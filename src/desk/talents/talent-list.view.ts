import { paths, withQuery } from '../../paths.js'
import { levelPrinted } from '../../shared/levels.js'
import { pagerOf, type PageOf } from '../../shared/paging.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Page } from '../../web/page-models.js'
import type { TalentPaper } from './talent.rules.js'

/** The people or papers behind a figure: its length is the figure. */
export function talentListPage(
  t: Translate,
  rows: readonly TalentPaper[],
  names: ReadonlyMap<string, { name: string; idMasked: string }>,
  page: PageOf,
  what: 'people' | 'papers',
  query: Record<string, string | number | undefined>,
): Page & Record<string, unknown> {
  const address = what === 'people' ? paths.talents.people() : paths.talents.papers()
  const pager = pagerOf(page, (number) => withQuery(address, { ...query, page: number }))
  const href = ({ origin, id }: TalentPaper) =>
    origin === 'local' ? paths.certificates.show(id) : paths.recognitions.show(id)
  return {
    layout: 'staff',
    title: t(`talents.list-${what}`),
    meta: t(`talents.listed-${what}`, { count: page.total }),
    crumbs: [
      { text: t('talents.title'), href: paths.talents.report() },
      { text: t(`talents.list-${what}`), href: '' },
    ],
    lead: t(`talents.rule-${what}`),
    list: {
      ...(rows.length > 0
        ? {
            table: {
              caption: t(`talents.list-${what}`),
              columns: ['holder', 'occupation', 'level', 'county', 'on', 'number', 'state'].map((key) => ({
                label: t(`talents.row-${key}`),
              })),
              rows: rows.map((paper) => ({
                cells: [
                  {
                    text: names.get(paper.personId)?.name ?? '',
                    sub: names.get(paper.personId)?.idMasked ?? '',
                    href: paths.learningAccounts.show(paper.personId),
                  },
                  { text: paper.occupation },
                  { text: levelPrinted(paper.level, t.lang) },
                  { text: regionName(paper.region, t.lang) },
                  { text: paper.on, num: true },
                  { text: paper.number, num: true, href: href(paper), sub: t(`talents.origin-${paper.origin}`) },
                  { text: t(`talents.state-${paper.state}`) },
                ],
              })),
            },
          }
        : { empty: { filtered: true, title: t('talents.none') } }),
      ...(pager && { pager }),
    },
  }
}
