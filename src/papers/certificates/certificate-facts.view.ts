import { formatDay, formatDays } from '../../shared/dates.js'
import { levelPrinted, type Level } from '../../shared/levels.js'
import type { Translate } from '../../shared/words.js'
import type { Tag, TagKind } from '../../web/link-models.js'
import type { Fact } from '../../web/story-models.js'
import { statementListed, statementName, statementRows } from '../recognition-statements/statement.view.js'
import type { Family, Papers } from '../certificate-drawing/certificate-render.js'
import type { CertificateRecord } from './certificate.model.js'

export type StandingState = CertificateRecord['state'] | 'expired'

/** What a paper is worth on a day; the last day belongs to it. */
export const standingOn = (
  { state, expiresOn }: Pick<CertificateRecord, 'state' | 'expiresOn'>,
  today: string,
): StandingState => (state === 'issued' && expiresOn && expiresOn < today ? 'expired' : state)

const kinds: Record<StandingState, TagKind> = {
  issued: 'good',
  expired: 'wait',
  suspended: 'wait',
  revoked: 'void',
  superseded: 'moved',
}
export const certificateTag = (
  t: Translate,
  certificate: Pick<CertificateRecord, 'state' | 'expiresOn'>,
  today: string,
): Tag => {
  const standing = standingOn(certificate, today)
  return { kind: kinds[standing], text: t(`certificates.${standing}`) }
}

/** The fields of every family; which of them are there, the family says. */
type Printed = Papers['level'] & Papers['completion'] & Papers['award'] & Papers['statement']
export const printedOf = ({ paper }: Pick<CertificateRecord, 'paper'>): Printed => paper as Printed

interface FamilyFacts {
  /** what the paper is about, in a line and in a list. Data of papers are never translated. */
  name(printed: Printed): string
  listed(t: Translate, printed: Printed): { text: string; sub: string }
  rows(t: Translate, printed: Printed, fact: MakeFact): Fact[]
}

const families: Record<Family, FamilyFacts> = {
  level: {
    name: ({ occupationName, levelName }) => `${occupationName} ${levelName}`,
    listed: (_, { occupationName, levelName }) => ({ text: occupationName, sub: levelName }),
    rows: levelRows,
  },
  completion: {
    name: ({ courseName }) => courseName,
    listed: (t, { courseName }) => ({ text: courseName, sub: t('certificates.completionShort') }),
    rows: completionRows,
  },
  award: {
    name: ({ eventName, prizeName }) => `${eventName} ${prizeName}`,
    listed: (_, { competitionName, eventName, prizeName }) => ({
      text: competitionName,
      sub: `${eventName} ${prizeName}`,
    }),
    rows: awardRows,
  },
  statement: { name: statementName, listed: statementListed, rows: statementRows },
}

/** `养老护理员 四级/中级工`, or the course of a completion certificate. */
export const certificateName = (certificate: Pick<CertificateRecord, 'family' | 'paper'>): string =>
  families[certificate.family].name(printedOf(certificate))
export const listedName = (
  t: Translate,
  certificate: Pick<CertificateRecord, 'family' | 'paper'>,
): { text: string; sub: string } => families[certificate.family].listed(t, printedOf(certificate))

export const validityOf = (t: Translate, { expiresOn }: Pick<CertificateRecord, 'expiresOn'>): string =>
  expiresOn ? t('certificates.until', { day: formatDay(expiresOn, t.lang) }) : t('certificates.longTerm')

/** Every printed fact, line by line as on the paper, so that a reader can compare. */
export function printedFacts(t: Translate, certificate: CertificateRecord): Fact[] {
  const paper = printedOf(certificate)
  const fact = (key: string, value: string, more: Partial<Fact> = {}): Fact => ({
    label: t(`certificates.${key}`),
    value,
    ...more,
  })
  return [
    fact('holder', paper.holderName),
    fact('idType', paper.idTypeName),
    fact('idNumber', paper.idMasked, { num: true }),
    fact('paper', t(`certificates.${certificate.family}`)),
    ...families[certificate.family].rows(t, paper, fact),
    fact('number', certificate.number, { num: true }),
    fact('issuer', paper.issuerName),
    fact('issuedOn', formatDay(certificate.issuedOn, t.lang)),
    fact('validity', validityOf(t, certificate)),
  ]
}

type MakeFact = (key: string, value: string, more?: Partial<Fact>) => Fact

function levelRows(
  t: Translate,
  { occupationName, workType, levelName, theoryScore, practiceScore }: Printed,
  fact: MakeFact,
): Fact[] {
  return [
    fact('occupation', occupationName),
    fact('workType', workType || '--'),
    fact('levelName', levelName, { strong: true }),
    fact('results', t('certificates.resultsText', { theory: theoryScore, practice: practiceScore })),
  ]
}

function completionRows(t: Translate, printed: Printed, fact: MakeFact): Fact[] {
  const { courseName, institutionName, startsOn, endsOn, theoryHours, practiceHours, score, attendance, runName } =
    printed
  return [
    fact('course', courseName),
    fact('institution', institutionName),
    fact('period', formatDays(startsOn, endsOn, t.lang)),
    fact(
      'hours',
      t('certificates.hoursText', { theory: theoryHours, practice: practiceHours, total: theoryHours + practiceHours }),
    ),
    fact('score', score),
    fact('attendance', attendance),
    fact('runName', runName),
  ]
}

function awardRows(
  t: Translate,
  { unit, competitionName, tierName, eventName, modeName, prizeName, rank, total }: Printed,
  fact: MakeFact,
): Fact[] {
  return [
    ...(unit ? [fact('unit', unit)] : []),
    fact('competition', `${competitionName}（${tierName}）`),
    fact('event', `${eventName}（${modeName}）`),
    fact('prize', prizeName, { strong: true }),
    fact('rankAndTotal', t('certificates.rankText', { rank, total })),
  ]
}

// The printed fields by their names in the record, for saying what a new paper changed.
const labelKeys: Readonly<Record<string, string>> = {
  holderName: 'holder',
  idTypeName: 'idType',
  idMasked: 'idNumber',
  occupationName: 'occupation',
  workType: 'workType',
  levelName: 'levelName',
  theoryScore: 'results',
  practiceScore: 'results',
  courseName: 'course',
  institutionName: 'institution',
  startsOn: 'period',
  endsOn: 'period',
  theoryHours: 'hours',
  practiceHours: 'hours',
  score: 'score',
  attendance: 'attendance',
  runName: 'runName',
  issuerName: 'issuer',
  title: 'paper',
  unit: 'unit',
  competitionName: 'competition',
  tierName: 'competition',
  eventName: 'event',
  modeName: 'event',
  prizeName: 'prize',
  rank: 'rankAndTotal',
  total: 'rankAndTotal',
}

/** Old and new of each changed field; a photo has no words of its own. */
export const changeFacts = (t: Translate, changes: readonly { field: string; from: string; to: string }[]): Fact[] =>
  changes.map(({ field, from, to }) =>
    field === 'photo'
      ? {
          label: t('certificates.field-photo'),
          old: t('certificates.noPhotoBefore'),
          value: t('certificates.newPhoto'),
        }
      : { label: t(`certificates.${labelKeys[field] ?? 'paper'}`), old: from || '--', value: to || '--' },
  )

export const levelOption = (t: Translate, level: Level): { value: string; label: string } => ({
  value: String(level),
  label: levelPrinted(level, t.lang),
})
