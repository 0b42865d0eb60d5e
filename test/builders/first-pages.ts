import { Recognition } from '../../src/papers/recognitions/recognition.model.js'
import { Transcript } from '../../src/papers/transcripts/transcript.model.js'
import { CourseRun } from '../../src/training/course-runs/course-run.model.js'
import { Apprenticeship } from '../../src/workplace/apprenticeships/apprenticeship.model.js'

/** Where somebody of the small world begins to read: the first page, and what a button leads to instead of a link. */
export async function firstPagesOf(username: string): Promise<string[]> {
  if (!username) {
    // A code on paper leads to it, not a link.
    const print = await Transcript.findOne().lean<{ token: string }>()
    return ['/', '/styleguide', `/t/${print?.token}`]
  }
  if (username.startsWith('trainee') || username.startsWith('apprentice')) return ['/me']
  if (username === 'mentor') return ['/mentor']
  if (username === 'admin') {
    const granted = await Recognition.findOne({ state: 'in-force' }).lean<{ _id: string }>()
    return ['/home', `/recognitions/${granted?._id}/certificates`]
  }
  if (username !== 'anxin') return ['/home']
  const waiting = { state: 'submitted', region: '130632' } as const
  const run = await CourseRun.findOne(waiting).lean<{ _id: string }>()
  const plan = await Apprenticeship.findOne(waiting).lean<{ _id: string }>()
  return [
    '/home',
    '/learning-records?view=confirmed',
    `/course-runs/${run?._id}/reject`,
    `/apprenticeships/${plan?._id}/reject`,
  ]
}
