import { paths } from '../../paths.js'
import { formatDay, formatDays } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Fact } from '../../web/story-models.js'
import { effectNames } from '../equivalences/equivalence.view.js'
import { paperText, type Desk } from '../recognitions/recognition-list.view.js'
import type { RecognitionRow } from '../recognitions/recognition.queries.js'

export const codesText = (t: Translate, codes: readonly string[] | null | undefined): string =>
  (codes ?? []).map((code) => t(`recognitions.code-${code}`)).join(t.lang === 'en' ? '; ' : '；')
export function factsOf(t: Translate, one: RecognitionRow, desk: Desk): Fact[] {
  const { source } = one
  const fact = (key: string, value: string, more: Partial<Fact> = {}): Fact => ({
    label: t(`recognitions.${key}`),
    value,
    ...more,
  })
  return [
    fact('holder', one.personName),
    fact('idMasked', one.idMasked, { num: true }),
    fact('sourceOf', regionName(source.region, t.lang)),
    fact('family', t(`agreements.family-${source.family}`)),
    fact('occupation', `${source.occupationName}（${t('recognitions.editionOf', { edition: source.edition })}）`),
    fact('level', levelPrinted(source.level as Level, t.lang), { strong: true }),
    fact('sourceNumber', source.number, { num: true }),
    fact('issuer', source.issuer),
    fact('issuedOn', formatDay(source.issuedOn, t.lang)),
    ...(source.expiresOn ? [fact('expiresOn', formatDay(source.expiresOn, t.lang))] : []),
    ...(one.copyFile ? [fact('copy', t('recognitions.copySee'), { href: desk.base.copy(one._id) })] : []),
    fact('applicant', [t(`recognitions.origin-${one.origin}`), one.organisationName].filter(Boolean).join(' · ')),
    fact('appliedOn', one.appliedOn, { num: true }),
    fact('county', regionName(one.region, t.lang)),
  ]
}
/** The agreement opens for who may read agreements; its holder is told its name and number. */
export function comparisonOf(t: Translate, one: RecognitionRow, opensAgreement: boolean): Fact[] {
  const { equivalence: table, opinion, decision } = one
  const fact = (key: string, value: string, more: Partial<Fact> = {}): Fact => ({
    label: t(`recognitions.${key}`),
    value,
    ...more,
  })
  if (!table) return []
  const validity = table.from
    ? table.to
      ? formatDays(table.from, table.to, t.lang)
      : t('agreements.validFrom', { from: formatDay(table.from, t.lang) })
    : ''
  return [
    ...(table.ok
      ? [
          fact(
            'agreement',
            t('recognitions.agreementText', {
              title: table.title ?? '',
              number: table.number ?? '',
              version: table.version ?? 1,
            }),
            { ...(opensAgreement && { href: paths.agreements.show(table.agreementId!) }), note: validity },
          ),
          fact(
            'mapping',
            `${paperText(t, one)} → ${one.source.occupationName} ${levelPrinted((table.row?.targetLevel ?? one.source.level) as Level, t.lang)}`,
          ),
          fact('effects', effectNames(t, table.row?.effects ?? [])),
        ]
      : [fact('agreement', t(`recognitions.code-${table.reason}`))]),
    ...(opinion?.byName
      ? [
          fact(
            'opinion',
            (opinion.reasons ?? []).length > 0 ? codesText(t, opinion.reasons) : t('recognitions.opinionGood'),
            { note: [opinion.byName, opinion.note].filter(Boolean).join(' · ') },
          ),
        ]
      : []),
    ...(decision?.on
      ? [
          fact('decision', decision.granted ? t('recognitions.state-in-force') : codesText(t, decision.reasons), {
            note: `${decision.byName} · ${decision.on}`,
          }),
        ]
      : []),
  ]
}
