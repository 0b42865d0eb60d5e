import type { WaitingFile } from '../infra/sheets/staged-file.js'
import type { Translate } from '../shared/words.js'
import { fill, problemsOf, type Errors } from './form.js'
import type { Form } from './form-models.js'
import type { Action, Link } from './link-models.js'
import type { Page } from './page-models.js'

/** What somebody has uploaded and not confirmed yet leads back to its preview, also on another day. */
export const goOnWith = (t: Translate, files: readonly WaitingFile[], hrefOf: (id: string) => string): Action[] =>
  files.map(({ _id, fileName }) => ({
    text: t('frame.goOnWith', { name: fileName.slice(0, 40) }),
    href: hrefOf(String(_id)),
    style: 'outline',
  }))

interface UploadPlace {
  title: string
  crumbs: readonly Link[]
  templateHref: string
  action: string
  backHref: string
  /** leads on with files that wait */
  goOn: readonly Action[]
}

/** Template, sheet and what waits; `room` is whose words the page speaks. */
export function sheetUploadPage(t: Translate, room: string, place: UploadPlace, errors: Errors): Page & { form: Form } {
  const say = (key: string) => t(`${room}.${key}`)
  const file = { name: 'file', label: say('file'), kind: 'file', accept: '.xlsx,.csv', hint: say('fileHint') } as const
  return {
    layout: 'staff',
    width: 'form',
    title: place.title,
    lead: say('lead'),
    crumbs: place.crumbs,
    problems: problemsOf(errors),
    actions: [{ text: say('template'), href: place.templateHref, style: 'outline', icon: 'download' }, ...place.goOn],
    form: {
      action: place.action,
      multipart: true,
      submit: say('upload'),
      back: { text: say('back'), href: place.backHref },
      sections: [{ fields: fill([file], {}, errors) }],
    },
  }
}
