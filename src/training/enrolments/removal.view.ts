import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import type { Note } from '../../web/story-models.js'
import type { CourseRunRecord } from '../course-runs/course-run.model.js'
import type { EnrolmentRecord } from './enrolment.model.js'
import { rosterCrumbs } from './enrolment.view.js'

/** Taking somebody off the roster has effects beyond the list: they stand before the button. */
export function removePage(
  t: Translate,
  run: CourseRunRecord,
  row: EnrolmentRecord,
): Page & { note: Note; form: Form } {
  const id = String(run._id)
  const params = { name: row.personName, count: run.enrolled - 1 }
  return {
    layout: 'staff',
    width: 'form',
    title: t('enrolments.removeTitle', params),
    lead: `${run.title} · ${row.idMasked}`,
    crumbs: rosterCrumbs(t, run, t('enrolments.remove')),
    note: {
      kind: 'wait',
      text: t('enrolments.removeEffectSeat', params),
      items: [t('enrolments.removeEffectCount', params), t('enrolments.removeEffectPerson', params)],
    },
    form: {
      action: paths.courseRuns.removeTrainee(id),
      hidden: { person: row.personId },
      sections: [],
      submit: t('enrolments.removeSubmit'),
      danger: true,
      back: { text: t('enrolments.removeBack'), href: paths.courseRuns.roster(id) },
    },
  }
}
