import { Award } from '../../src/competitions/awards/award.model.js'
import { addDays, type Day } from '../../src/shared/dates.js'
import { lengthOf } from './calendar.js'
import type { DemoPerson } from './people.js'
import { repeatable } from './random.js'
import { liveRun } from './run-life.js'
import type { Story } from './story.js'

/** 以赛代训: a course run that ends before entries open; those who took it enter the contest. */
export const trainForContest = (story: Story, people: readonly DemoPerson[], contestFrom: Day): Promise<string> =>
  liveRun(
    story,
    { course: 'contest', startsOn: addDays(contestFrom, -62), days: lengthOf('contest'), people, until: 'certified' },
    repeatable(20_221_123),
  )

/** The award papers of a finished event, all in one batch as its host asks for them. */
export async function issueAwards(story: Story, eventId: string, username: string, issuedOn: Day): Promise<void> {
  const { services, as, actor, on } = story
  const host = actor(username)
  on(issuedOn)
  await as(host, () =>
    services.certificateIssue.startBatch({ kind: 'competition', sourceId: eventId, family: 'award', issuedOn }, host),
  )
  await story.work()
}

/** Of the proposals for promotion one is handed on and one is not; the others wait for the New Area. */
export async function decidePromotions({ services, as, actor }: Story, eventId: string): Promise<void> {
  const admin = actor('admin')
  const proposed = await Award.find({ eventId, promotion: 'proposed' }).sort({ rank: 1, _id: 1 }).limit(2).lean()
  const decisions = [
    ['forwarded', '转雄安芦花职业技能评价中心（样例），按备案职业核发'],
    ['declined', '从事本职业年限不够，待满年限后由本人申报'],
  ] as const
  for (const [i, [decision, note]] of decisions.entries())
    if (proposed[i])
      await as(admin, () => services.awards.decidePromotion(String(proposed[i]!._id), decision, note, admin))
}
