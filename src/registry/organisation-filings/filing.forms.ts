import { z } from 'zod'
import { creditCodeVerdict } from '../../shared/credit-code.js'
import { parseDay } from '../../shared/dates.js'
import { isLevel } from '../../shared/levels.js'
import { phoneVerdict } from '../../shared/phone.js'
import { regionOf, threeCounties } from '../../shared/regions.js'
import { cleanText } from '../../shared/text.js'
import type { Translate } from '../../shared/words.js'
import {
  choiceOf,
  manyOf,
  optionalText,
  readForm,
  requiredText,
  ticked,
  valuesOf,
  type Errors,
  type FormRead,
} from '../../web/form.js'
import { capabilities } from '../organisations/organisation.model.js'
import type { OrganisationFacts } from '../organisations/organisation-record.js'
import { prefixVerdict, type Licence } from '../organisations/organisation.rules.js'

const text = z.preprocess(
  (value) => (typeof value === 'string' ? cleanText(value) : ''),
  z.string().max(60, 'errors.tooLong|max=60'),
)

const creditCode = text.transform((typed, context) => {
  const verdict = creditCodeVerdict(typed)
  if (verdict.ok) return { code: verdict.code, warning: verdict.warning !== undefined }
  const wrong = verdict.wrong?.replace(/[|=]/g, '') ?? ''
  context.addIssue({
    code: 'custom',
    message: verdict.reason === 'length' ? 'organisations.code-length' : `organisations.code-characters|wrong=${wrong}`,
  })
  return z.NEVER
})

const contactPhone = text.transform((typed, context) => {
  if (typed === '') return undefined
  const verdict = phoneVerdict(typed)
  if (verdict.ok) return verdict.phone
  context.addIssue({ code: 'custom', message: 'organisations.phoneWrong' })
  return z.NEVER
})

const certificatePrefix = text.transform((typed, context) => {
  if (typed === '') return undefined
  const verdict = prefixVerdict(typed)
  if (verdict.ok) return verdict.prefix
  context.addIssue({ code: 'custom', message: `organisations.prefix-${verdict.reason}` })
  return z.NEVER
})

const organisationForm = z
  .object({
    // No longer than a certificate can print as its issuer.
    name: requiredText('organisations.nameMissing', 50),
    creditCode,
    capabilities: manyOf(capabilities, 'organisations.capabilitiesMissing').refine(
      (chosen) => chosen.length > 0,
      'organisations.capabilitiesMissing',
    ),
    homeRegion: z
      .string('organisations.homeRegionMissing')
      .refine((code) => /^\d{6}$/.test(code) && regionOf(code) !== undefined, 'organisations.homeRegionMissing'),
    region: choiceOf(threeCounties, 'organisations.regionMissing'),
    address: optionalText(120),
    contactName: optionalText(50),
    contactPhone,
    certificatePrefix,
  })
  .refine(({ certificatePrefix: prefix, capabilities: chosen }) => !prefix || chosen.includes('assessment-body'), {
    path: ['certificatePrefix'],
    message: 'organisations.prefixOnlyAssessment',
  })

export const licenceFields = ['occupation', 'level', 'from', 'to', 'document'] as const
export type LicenceField = (typeof licenceFields)[number]
/** One row as it was typed. */
export type LicenceRow = Record<LicenceField, string>
export const licenceInput = (row: number, field: LicenceField): string => `licence-${row}-${field}`
const mostRows = 60
// What is too long is shown again and refused, not cut in silence; what nobody types is cut.
const mostTyped = 5000
const mostInDocument = 120

/** The rows that the browser sent, filled or not, so that they can be drawn again. */
export function licenceRowsOf(body: unknown): LicenceRow[] {
  const sent = (body ?? {}) as Record<string, unknown>
  const numbers = Object.keys(sent).flatMap((name) =>
    /^licence-\d{1,2}-occupation$/.test(name) ? [Number(name.split('-')[1])] : [],
  )
  const value = (row: number, field: LicenceField): string => {
    const typed = sent[licenceInput(row, field)]
    return typeof typed === 'string' ? cleanText(typed).slice(0, mostTyped) : ''
  }
  return Array.from(
    { length: Math.min(mostRows, Math.max(-1, ...numbers) + 1) },
    (_, row) => Object.fromEntries(licenceFields.map((field) => [field, value(row, field)])) as LicenceRow,
  )
}

const isEmpty = (row: LicenceRow): boolean => licenceFields.every((field) => row[field] === '')

function readLicence(
  row: LicenceRow,
  index: number,
  lineages: ReadonlySet<string>,
  t: Translate,
): { licence?: Licence; errors: Errors } {
  const errors: Record<string, string> = {}
  const wrong = (field: LicenceField, key: string, more: Record<string, number> = {}) =>
    void (errors[licenceInput(index, field)] = t(key, { n: index + 1, ...more }))
  const maxLevel = Number(row.level)
  const from = parseDay(row.from)
  const to = row.to === '' ? undefined : parseDay(row.to)
  if (!lineages.has(row.occupation)) wrong('occupation', 'organisations.occupationMissing')
  if (!isLevel(maxLevel)) wrong('level', 'organisations.levelMissing')
  if (!from) wrong('from', 'organisations.fromMissing')
  if (row.to !== '' && !to) wrong('to', 'organisations.toWrong')
  if (row.document.length > mostInDocument) wrong('document', 'errors.tooLong', { max: mostInDocument })
  if (from && to && to <= from) wrong('to', 'organisations.toBeforeFrom')
  if (Object.keys(errors).length > 0) return { errors }
  return {
    errors,
    licence: {
      occupation: row.occupation,
      maxLevel,
      from: from!,
      ...(to && { to }),
      ...(row.document && { document: row.document }),
    },
  }
}

/** The whole filing: facts and rows of licences; every error at once, each at its own field. */
export function readOrganisation(
  body: unknown,
  lineages: ReadonlySet<string>,
  t: Translate,
): FormRead<OrganisationFacts> {
  const form = readForm(organisationForm, body, t)
  const rows = licenceRowsOf(body).map((row, index) =>
    isEmpty(row) ? { errors: {} } : readLicence(row, index, lineages, t),
  )
  const errors: Errors = Object.assign({}, form.ok ? {} : form.errors, ...rows.map((row) => row.errors))
  if (!form.ok || Object.keys(errors).length > 0) return { ok: false, errors, values: valuesOf(body) }
  const { creditCode: credit, ...facts } = form.data
  return {
    ok: true,
    data: {
      ...facts,
      creditCode: credit.code,
      creditCodeWarning: credit.warning,
      licences: rows.flatMap((row) => ('licence' in row && row.licence ? [row.licence] : [])),
    },
  }
}

const version = z.coerce.number().int().min(0)

export const submitForm = z.object({ version, declared: ticked.refine((yes) => yes, 'organisations.declareMissing') })
export const versionOf = (body: unknown): number | undefined => {
  const read = version.safeParse((body as { version?: unknown } | undefined)?.version)
  return read.success ? read.data : undefined
}
