import { certificateTag } from '../../papers/certificates/certificate-facts.view.js'
import { paths, withQuery } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { PersonSection } from '../../registry/people/person.view.js'
import type { TagKind } from '../../web/link-models.js'
import type { Cell } from '../../web/table-models.js'
import type { PersonFile } from './person-file.queries.js'

const outcomeKinds: Record<PersonFile['enrolments'][number]['outcome'], TagKind> = {
  completed: 'good',
  'not-completed': 'back',
  'in-training': 'run',
  withdrawn: 'neutral',
}

/** What the house knows of one person beyond the registry: courses, certificates, and whether they counted. */
export function personSectionsOf(
  t: Translate,
  personId: string,
  today: string,
  { enrolments, certificates, verdicts }: PersonFile,
): PersonSection[] {
  const verdictOf = new Map(verdicts.map((row) => [row.id, row]))
  const counted = (id: string): Cell => {
    const row = verdictOf.get(id)
    return row ? { text: t(`personFiles.${row.verdict}`), href: paths.personTimes.show(id) } : { text: '—' }
  }
  return [
    {
      title: t('personFiles.courses'),
      empty: t('personFiles.noCourses'),
      link: { text: t('personFiles.countedList'), href: withQuery(paths.personTimes.list(), { person: personId }) },
      ...(enrolments.length > 0 && {
        table: {
          caption: t('personFiles.courses'),
          plain: true,
          columns: [
            t('personFiles.run'),
            t('personFiles.dates'),
            t('personFiles.outcome'),
            t('personFiles.counts'),
          ].map((label) => ({ label })),
          rows: enrolments.map((row) => ({
            cells: [
              { text: row.title, href: paths.courseRuns.show(row.courseRunId), sub: row.organisationName },
              { text: `${row.startsOn} ${t.lang === 'en' ? 'to' : '至'} ${row.endsOn}`, num: true },
              { tag: { kind: outcomeKinds[row.outcome], text: t(`personFiles.${row.outcome}`) } },
              counted(row.id),
            ],
          })),
        },
      }),
    },
    {
      title: t('personFiles.certificates'),
      empty: t('personFiles.noCertificates'),
      ...(certificates.length > 0 && {
        table: {
          caption: t('personFiles.certificates'),
          plain: true,
          columns: [t('personFiles.number'), t('personFiles.issuedOn'), t('personFiles.state')].map((label) => ({
            label,
          })),
          rows: certificates.map((row) => ({
            cells: [
              { text: row.number, href: paths.certificates.show(row.id), num: true },
              { text: row.issuedOn, num: true },
              { tag: certificateTag(t, row, today) },
            ],
          })),
        },
      }),
    },
  ]
}
