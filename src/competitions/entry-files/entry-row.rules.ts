import { rowTexts } from '../../infra/sheet-reading/row-texts.rules.js'
import type { SheetRow } from '../../infra/sheet-reading/sheet-read.js'
import { ageOn, type Day } from '../../shared/dates.js'
import { personIdVerdict } from '../../shared/id-card.js'
import { phoneVerdict } from '../../shared/phone.js'
import { isName, normaliseName } from '../../shared/text.js'
import { readBirth, readIdType } from '../../training/roster-files/roster-cell.rules.js'
import type { MemberInput } from '../entries/entry.service.js'
import { entryColumns, exampleMark, honourNames, identityNames, type EntryKey } from './entry-columns.data.js'

export const entryFaults = [
  'missing',
  'name-shape',
  'cell-error',
  'cell-as-number',
  'cell-long',
  'id-type-unknown',
  'id-wrong',
  'id-twice',
  'birth-missing',
  'birth-unreadable',
  'birth-future',
  'birth-differs',
  'phone-wrong',
  'identity-unknown',
  'honour-unknown',
  'identity-not-admitted',
  'honour-bars',
  'too-young',
  'team-size',
] as const
export type EntryFault = (typeof entryFaults)[number]
export interface EntryCellFault {
  column: EntryKey
  code: EntryFault
  params?: Record<string, string | number>
}
export type EntryTexts = Partial<Record<EntryKey, string>>
export interface EntryLine {
  line: number
  texts: EntryTexts
  faults: EntryCellFault[]
  member?: MemberInput
}
/** Lines that are entered together; only a team without a fault in any of its lines can be. */
export interface EntryTeam {
  teamName?: string
  lines: number[]
  members: MemberInput[]
}

/** What an event asks of everybody, so that the preview tells it and not only the writing. */
export interface Admission {
  teamSize: number
  identities: readonly MemberInput['identity'][]
  honoursBarred: boolean
  minAge: number
  /** the first day of contest, whose age counts */ contestFrom: Day
}

/** Reads the contestants and puts them into teams of the event's size; every fault of a line is told at once. */
export function readEntries(
  rows: readonly SheetRow[],
  at: Partial<Record<EntryKey, number>>,
  { today, ...admission }: Admission & { today: Day },
): { lines: EntryLine[]; teams: EntryTeam[] } {
  const { teamSize } = admission
  const seen = new Map<string, number>()
  const lines: EntryLine[] = []
  for (const { line, cells } of rows) {
    const { texts, faults } = rowTexts({ cells }, entryColumns, at)
    if (Object.keys(texts).length === 0 || texts.name?.includes(exampleMark)) continue
    lines.push(readLine({ line, texts, faults }, seen, { ...admission, today }))
  }
  const groups = groupsOf(lines, teamSize)
  for (const group of groups.filter(({ length }) => length !== teamSize))
    for (const one of group)
      one.faults.push({ column: 'team', code: 'team-size', params: { found: group.length, count: teamSize } })
  const teams = groups
    .filter((group) => group.every(({ faults }) => faults.length === 0))
    .map((group): EntryTeam => ({
      lines: group.map(({ line }) => line),
      members: group.map(({ member }) => member!),
      ...(teamSize > 1 && group[0]!.texts.team && { teamName: group[0]!.texts.team }),
    }))
  return { lines, teams }
}

/** A single event takes each line by itself, whatever stands under the team's name. */
function groupsOf(lines: readonly EntryLine[], teamSize: number): EntryLine[][] {
  if (teamSize === 1) return lines.map((line) => [line])
  const groups = new Map<string, EntryLine[]>()
  for (const line of lines)
    groups.set(line.texts.team ?? `\u0000${line.line}`, [
      ...(groups.get(line.texts.team ?? `\u0000${line.line}`) ?? []),
      line,
    ])
  return [...groups.values()]
}

function readLine(
  { line, texts, faults }: Omit<EntryLine, 'member'>,
  seen: Map<string, number>,
  { today, ...admission }: Admission & { today: Day },
): EntryLine {
  const say = (column: EntryKey, code: EntryFault, params?: EntryCellFault['params']): undefined =>
    void (faults.some((other) => other.column === column) || faults.push({ column, code, ...(params && { params }) }))
  for (const key of ['name', 'idNumber', 'identity'] as const) if (!texts[key]) say(key, 'missing')
  const name = normaliseName(texts.name ?? '')
  if (texts.name && !isName(name)) say('name', 'name-shape')
  const known = readIdType(texts.idType ?? '')
  if (!known.value) say('idType', 'id-type-unknown')
  const idType = known.value ?? 'resident-id'
  const id = personIdVerdict(idType, texts.idNumber ?? '')
  if (texts.idNumber && known.value && !id.ok) say('idNumber', 'id-wrong')
  if (id.ok) {
    const earlier = seen.get(`${idType}:${id.id}`)
    if (earlier === undefined) seen.set(`${idType}:${id.id}`, line)
    else say('idNumber', 'id-twice', { line: earlier })
  }
  // Of who has no 18-digit number the file must tell the day: age decides who may enter.
  const birth = readBirth(texts.birthOn ?? '', id.ok ? id : undefined, today, idType)
  for (const { code } of birth.faults) say('birthOn', code as EntryFault)
  const phone = texts.phone ? phoneVerdict(texts.phone) : undefined
  if (phone && !phone.ok) say('phone', 'phone-wrong')
  const identity = texts.identity
    ? (identityNames as Readonly<Record<string, MemberInput['identity']>>)[texts.identity]
    : undefined
  if (texts.identity && !identity) say('identity', 'identity-unknown')
  const honour = (honourNames as Readonly<Record<string, MemberInput['honour']>>)[texts.honour ?? '没有']
  if (!honour) say('honour', 'honour-unknown')
  if (identity && !admission.identities.includes(identity)) say('identity', 'identity-not-admitted')
  if (honour && honour !== 'none' && admission.honoursBarred) say('honour', 'honour-bars')
  if (birth.value && ageOn(birth.value, admission.contestFrom) < admission.minAge)
    say('birthOn', 'too-young', { age: admission.minAge })
  const good = faults.length === 0 && id.ok && identity && honour
  return {
    line,
    texts,
    faults,
    ...(good && {
      member: {
        name,
        idType,
        idNumber: id.id,
        identity,
        honour,
        ...(birth.value && { birthOn: birth.value }),
        ...(phone?.ok && { phone: phone.phone }),
      },
    }),
  }
}
