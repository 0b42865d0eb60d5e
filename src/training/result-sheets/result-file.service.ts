import { readSheetSafely } from '../../infra/sheet-reading/read-sheet-process.js'
import type { SheetProblem } from '../../infra/sheet-reading/sheet-read.js'
import { Person, type PersonRecord } from '../../registry/people/person.model.js'
import type { PersonService } from '../../registry/people/person.service.js'
import type { EnrolmentService } from '../enrolments/enrolment.service.js'
import { readResultFile, resultHeaderNames, type OnRoster, type ResultFile } from './result-file.rules.js'

export type FileRead = ResultFile | { ok: false; problem: SheetProblem }

/** Filled sheets of results; reading one writes nothing. */
export function createResultFileService({
  people,
  enrolments,
}: {
  people: PersonService
  enrolments: EnrolmentService
}) {
  return {
    /** Matches the lines of a file to the roster by row id, by document or by a name that only one person has. */
    async read(courseRunId: string, path: string, originalName: string): Promise<FileRead> {
      const read = await readSheetSafely(path, { originalName, expect: resultHeaderNames })
      return read.ok
        ? readResultFile(read.header, read.rows, await rosterOf(courseRunId))
        : { ok: false, problem: read.reason }
    },
  }

  async function rosterOf(courseRunId: string): Promise<OnRoster[]> {
    const rows = await enrolments.listOf(courseRunId)
    const persons = await Person.find({ _id: { $in: rows.map(({ personId }) => personId) } }).lean<PersonRecord[]>()
    const numbers = new Map(persons.map((person) => [String(person._id), people.openId(person)]))
    return rows.map(({ personId, personName, idMasked }) => ({
      personId,
      name: personName,
      idMasked,
      idNumber: numbers.get(personId) ?? '',
    }))
  }
}
export type ResultFileService = ReturnType<typeof createResultFileService>
