import { CompetitionEvent, type EventRecord } from '../events/event.model.js'
import { KeyedSheet, type KeyedRecord } from '../keying/keying.model.js'
import { differencesOf } from '../keying/keying.rules.js'
import { aspectsToMark, schemeOf, sheetsWithMarks } from '../marking/marking.queries.js'
import { factsOfSheet, openAspects, sheetState } from '../marking/sheet.rules.js'
import { lockObstacles, type LockObstacle } from './lock.rules.js'

/** What still keeps the event from being locked. */
export async function obstaclesOf(eventId: string): Promise<LockObstacle[]> {
  const event = (await CompetitionEvent.findById(eventId).lean<EventRecord>())!
  const aspects = aspectsToMark(await schemeOf(eventId), event)
  const sheets = (await sheetsWithMarks(eventId)).map((one) => {
    const facts = factsOfSheet(aspects, one)
    const { code, standing, theory } = one.sheet
    return { code, standing, state: sheetState(facts), aspects: openAspects(facts), theory: typeof theory === 'number' }
  })
  const keyed = await KeyedSheet.find({ eventId }).lean<KeyedRecord[]>()
  const differing = [...new Set(keyed.map(({ code }) => code))].filter((code) => {
    const [one, other] = keyed.filter((row) => row.code === code)
    return (
      one &&
      (!other || differencesOf(one, other).length > 0) &&
      sheets.some((sheet) => sheet.code === code && sheet.standing === 'present')
    )
  })
  return lockObstacles(sheets, { theoryWeight: event.theoryWeight, differing })
}
