import type { WaitingFile } from '../../infra/sheets/staged-file.js'
import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors } from '../../web/form.js'
import type { Form } from '../../web/form-models.js'
import type { Page } from '../../web/page-models.js'
import { goOnWith } from '../../web/staged-files.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { classCrumbs } from '../apprenticeships/class-tabs.view.js'

export function apprenticeUploadPage(
  t: Translate,
  one: ApprenticeshipRecord,
  errors: Errors = {},
  waiting: readonly WaitingFile[] = [],
): Page & { form: Form } {
  const id = String(one._id)
  return {
    layout: 'staff',
    width: 'form',
    title: t('apprenticeFiles.title'),
    lead: t('apprenticeFiles.lead'),
    crumbs: classCrumbs(t, one, t('apprenticeFiles.link')),
    problems: problemsOf(errors),
    actions: [
      { text: t('apprenticeFiles.template'), href: paths.apprentices.template(id), style: 'outline', icon: 'download' },
      ...goOnWith(t, waiting, paths.apprentices.file),
    ],
    form: {
      action: paths.apprentices.upload(id),
      multipart: true,
      submit: t('apprenticeFiles.upload'),
      back: { text: t('apprenticeFiles.back'), href: paths.apprentices.ofClass(id) },
      sections: [
        {
          fields: fill(
            [
              {
                name: 'file',
                label: t('apprenticeFiles.file'),
                kind: 'file',
                accept: '.xlsx,.csv',
                hint: t('apprenticeFiles.fileHint'),
              },
            ],
            {},
            errors,
          ),
        },
      ],
    },
  }
}
