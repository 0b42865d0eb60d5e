import type { WaitingFile } from '../../infra/sheets/staged-file.js'
import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Errors } from '../../web/form.js'
import { goOnWith, sheetUploadPage } from '../../web/staged-files.js'
import type { ApprenticeshipRecord } from '../apprenticeships/apprenticeship.model.js'
import { classCrumbs } from '../apprenticeships/class-tabs.view.js'

export function apprenticeUploadPage(
  t: Translate,
  one: ApprenticeshipRecord,
  errors: Errors = {},
  waiting: readonly WaitingFile[] = [],
) {
  const id = String(one._id)
  const place = {
    title: t('apprenticeFiles.title'),
    crumbs: classCrumbs(t, one, t('apprenticeFiles.link')),
    templateHref: paths.apprentices.template(id),
    action: paths.apprentices.upload(id),
    backHref: paths.apprentices.ofClass(id),
    goOn: goOnWith(t, waiting, paths.apprentices.file),
  }
  return sheetUploadPage(t, 'apprenticeFiles', place, errors)
}
