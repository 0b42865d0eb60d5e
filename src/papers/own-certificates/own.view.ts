import { paths } from '../../paths.js'
import { formatDay, formatDays } from '../../shared/dates.js'
import type { Translate } from '../../shared/words.js'
import type { CertCard } from '../../web/certificate-models.js'
import type { Tag } from '../../web/link-models.js'
import type { Page } from '../../web/page-models.js'
import { apprenticeTag } from '../../workplace/apprentice-lists/apprentice-list.view.js'
import { certificateName, certificateTag, standingOn } from '../certificates/certificate-facts.view.js'
import type { Entry } from '../credit-entries/credit-entry.service.js'
import { creditsCard } from '../credit-pages/credits-card.view.js'
import type { CertificateRecord } from '../certificates/certificate.model.js'
import type { Holder, OwnApprenticeship, OwnCourse } from './own.queries.js'

/** Whether a course counts, as the ledger of person-times has it: `reason` is a word of that room. */
export interface OwnVerdict {
  verdict: 'counted' | 'excluded' | 'pending'
  reason?: string
}

/** What holds comes first, the newest at the top. */
const inOrder = (certificates: readonly CertificateRecord[], today: string): CertificateRecord[] =>
  certificates.toSorted(
    (a, b) =>
      Number(standingOn(b, today) === 'issued') - Number(standingOn(a, today) === 'issued') ||
      (a.issuedOn === b.issuedOn
        ? Number(b.family === 'level') - Number(a.family === 'level')
        : a.issuedOn < b.issuedOn
          ? 1
          : -1),
  )

function cardOf(t: Translate, certificate: CertificateRecord, today: string, big: boolean): CertCard {
  const id = String(certificate._id)
  return {
    href: paths.me.certificate(id),
    image: paths.me.picture(id),
    imageWidth: 750,
    imageHeight: 1486,
    title: certificateName(certificate),
    sub: `${t(`certificates.${certificate.family}`)} · ${certificate.issuedOn}`,
    tag: certificateTag(t, certificate, today),
    big,
  }
}

const runStates: Readonly<Record<string, readonly [key: string, kind: Tag['kind']]>> = {
  running: ['run-running', 'run'],
  'awaiting-assessment': ['run-assessment', 'run'],
  suspended: ['run-suspended', 'wait'],
  withdrawn: ['run-withdrawn', 'neutral'],
  rejected: ['run-withdrawn', 'neutral'],
}

function tagOf(t: Translate, { enrolment, run }: OwnCourse): Tag {
  if (enrolment.state === 'withdrawn') return { kind: 'neutral', text: t('own.left') }
  if (run.state !== 'closed') {
    const [key, kind] = runStates[run.state] ?? ['run-waiting', 'wait']
    return { kind, text: t(`own.${key}`) }
  }
  if (enrolment.completed === undefined || enrolment.completed === null)
    return { kind: 'wait', text: t('own.resultAwaited') }
  return enrolment.completed
    ? { kind: 'good', text: t('own.completed') }
    : { kind: 'back', text: t('own.notCompleted') }
}

/** A word of the ledger's room, or nothing when it has none. */
function reasonOf(t: Translate, code: string | undefined): string {
  const key = `personTimes.reason-${code ?? ''}`
  const text = t(key)
  return text === key ? '' : text
}

function linesOf(
  t: Translate,
  { enrolment, run }: OwnCourse,
  verdict: OwnVerdict | undefined,
  today: string,
): string[] {
  const next =
    run.state === 'running' && enrolment.state === 'enrolled'
      ? (run.lessons ?? []).filter(({ on }) => on >= today).sort((a, b) => (a.on < b.on ? -1 : 1))[0]
      : undefined
  const attended = (enrolment.attendedTheoryHours ?? 0) + (enrolment.attendedPracticeHours ?? 0)
  const why =
    enrolment.completed === false ? enrolment.completionReasons.map((code) => reasonOf(t, code)).filter(Boolean) : []
  const scored = typeof enrolment.theoryScore === 'number' || typeof enrolment.practiceScore === 'number'
  return [
    `${formatDays(run.startsOn, run.endsOn, t.lang)} · ${run.organisationName}`,
    ...(next
      ? [t('own.nextLesson', { day: formatDay(next.on, t.lang), time: next.from, place: next.place ?? run.place })]
      : []),
    ...(attended > 0
      ? [t('own.hoursAttended', { done: attended, planned: run.course.theoryHours + run.course.practiceHours })]
      : []),
    ...(scored
      ? [t('own.scores', { theory: enrolment.theoryScore ?? '—', practice: enrolment.practiceScore ?? '—' })]
      : []),
    ...(why.length > 0 ? [why.join(t.lang === 'en' ? '; ' : '；')] : []),
    ...(verdict && run.state === 'closed' ? [verdictText(t, verdict, run.organisationName)] : []),
  ]
}

/** The learner's why: counted or not, what is missing, and whom to ask. */
function verdictText(t: Translate, { verdict, reason }: OwnVerdict, institution: string): string {
  if (verdict === 'counted') return t('own.counted')
  const why = reasonOf(t, reason)
  const text = why ? t(`own.${verdict}`, { reason: why }) : ''
  return [text, t('own.askWhom', { institution })].filter(Boolean).join(t.lang === 'en' ? '. ' : '。')
}

export interface OwnPage {
  holder: Holder
  certificates: readonly CertificateRecord[]
  courses: readonly OwnCourse[]
  verdicts: ReadonlyMap<string, OwnVerdict>
  apprenticeship?: OwnApprenticeship
  today: string
  entries: readonly Entry[]
}

export function ownPage(
  t: Translate,
  { holder, certificates, courses, verdicts, apprenticeship, today, entries }: OwnPage,
): Page & Record<string, unknown> {
  return {
    layout: 'public',
    title: holder.name,
    meta: holder.idMasked,
    certificatesTitle: t('own.certificates', { count: certificates.length }),
    cards: inOrder(certificates, today).map((one, i) => cardOf(t, one, today, i === 0)),
    apprenticeship: apprenticeship
      ? [
          {
            text: apprenticeship.title,
            href: paths.me.apprenticeship(),
            sub: apprenticeship.enterpriseName,
            tag: apprenticeTag(t, apprenticeship.apprentice.state),
          },
        ]
      : [],
    credits: creditsCard(t, entries),
    courses: courses.map((course) => ({
      title: course.run.title,
      tag: tagOf(t, course),
      lines: linesOf(t, course, verdicts.get(String(course.enrolment._id)), today),
    })),
    empty: {
      title: t('own.noCertificates'),
      text: t('own.noCertificatesText'),
      actions: [{ text: t('own.findCourse'), href: paths.openCourses(), style: 'outline' }],
    },
  }
}

export const notLinkedPage = (t: Translate): Page & Record<string, unknown> => ({
  layout: 'public',
  title: t('own.title'),
  list: { empty: { title: t('own.notLinked'), text: t('own.notLinkedText') } },
})
