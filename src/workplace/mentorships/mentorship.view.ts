import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import { guideOn, type GuideKind } from './mentorship.rules.js'
import type { MentorChoice } from './mentorship.queries.js'
import type { ApprenticeLine } from '../apprentices/apprentice.queries.js'
import { classCrumbs } from '../apprenticeships/class-tabs.view.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'

export interface PairData {
  one: ApprenticeshipRecord
  kind: GuideKind
  lines: readonly ApprenticeLine[]
  mentors: readonly MentorChoice[]
  limit: number
  today: string
  chosen: readonly string[]
}

/** One form pairs a guide with as many apprentices as are ticked. */
export function pairPage(
  t: Translate,
  { one, kind, lines, mentors, limit, today, chosen }: PairData,
  values: Values = {},
  errors: Errors = {},
): Page & { note?: Note; form?: Form } {
  const id = String(one._id)
  const now = (line: ApprenticeLine) =>
    guideOn(line.guides, kind, today < line.apprentice.from ? line.apprentice.from : today)?.guideName
  const who: FieldSpec = {
    name: 'ids',
    label: t('mentorships.which'),
    kind: 'checkboxes',
    options: lines.map((line) => ({
      value: line.apprentice._id,
      label: line.apprentice.personName,
      hint: `${line.apprentice.idMasked} · ${now(line) ?? t('apprentices.noGuide')}`,
    })),
  }
  const guide: FieldSpec[] =
    kind === 'mentor'
      ? [
          {
            name: 'accountId',
            label: t('mentorships.mentor'),
            kind: 'select',
            hint: t('mentorships.mentorHint'),
            options: [
              { value: '', label: '' },
              ...mentors.map(({ id: value, name, apprentices }) => ({
                value,
                label: t('mentorships.mentorChoice', { name, count: apprentices }),
              })),
            ],
          },
        ]
      : [
          { name: 'name', label: t('mentorships.name'), kind: 'text', width: 18 },
          { name: 'qualification', label: t('mentorships.qualification'), kind: 'text', width: 18, optional: true },
        ]
  const from: FieldSpec = {
    name: 'from',
    label: t('mentorships.from'),
    kind: 'date',
    hint: t('mentorships.fromHint'),
    value: today < one.startsOn ? one.startsOn : today,
  }
  const none = kind === 'mentor' && mentors.length === 0
  return {
    layout: 'staff',
    width: 'form',
    title: t(`mentorships.title-${kind}`),
    lead: kind === 'mentor' ? t('mentorships.leadMentor', { limit }) : t('mentorships.leadTeacher'),
    crumbs: classCrumbs(t, one, t(`mentorships.title-${kind}`)),
    problems: problemsOf(errors),
    ...(none
      ? { note: { kind: 'wait' as const, text: t('mentorships.noMentors') } }
      : {
          form: {
            action: paths.apprentices.guides(id),
            sections: [{ fields: fill([who, ...guide, from], { ids: [...chosen], ...values }, errors) }],
            submit: t('mentorships.submit'),
            back: { text: t('apprentices.back'), href: paths.apprentices.ofClass(id) },
          },
        }),
  }
}
