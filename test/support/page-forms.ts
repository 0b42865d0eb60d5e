import type { SeenPage } from './crawl.js'

export interface FormField {
  name: string
  kind: 'text' | 'day' | 'number' | 'choice' | 'box' | 'hidden' | 'secret' | 'file'
  /** what the browser would send as the form stands */
  value: string | string[]
}
export interface PageForm {
  username: string
  address: string
  action: string
  multipart: boolean
  fields: FormField[]
}

// Leaving is in every frame; what only asks about a paper is answered, whatever is asked.
const framed = /^\/(sign-out|verify|verify\/file|sign-in)$/

/** The forms of a page that change something, with their fields as a browser sends them. */
export function formsOf({ page: $, address }: SeenPage, username: string): PageForm[] {
  return $('main form')
    .toArray()
    .filter((form) => $(form).attr('method')?.toLowerCase() === 'post')
    .map((form) => ({
      username,
      address,
      action: $(form).attr('action') ?? address,
      multipart: $(form).attr('enctype') === 'multipart/form-data',
      fields: fieldsOf($, $(form)),
    }))
    .filter(({ action }) => !framed.test(action))
}

type Page = SeenPage['page']
function fieldsOf($: Page, form: ReturnType<Page>): FormField[] {
  const fields = new Map<string, FormField>()
  for (const element of form.find('[name]').toArray()) {
    const [control, tag] = [$(element), element.tagName]
    const name = control.attr('name')!
    const kind = kindOf(tag, name, control.attr('type') ?? 'text', control.attr('inputmode') ?? '')
    // The return key presses the first button of a form, which may have no name.
    if (name === '_csrf' || (tag === 'button' && !control.is(form.find('button').first()))) continue
    const isOn = !['radio', 'checkbox'].includes(control.attr('type') ?? '') || control.is('[checked]')
    const value = String(tag === 'textarea' ? control.text().replace(/^\n/, '') : (control.val() ?? ''))
    const before = fields.get(name)
    const values = [...(before ? [before.value].flat() : []), ...(isOn ? [value] : [])]
    fields.set(name, { name, kind, value: values.length > 1 ? values : (values[0] ?? '') })
  }
  return [...fields.values()]
}

function kindOf(tag: string, name: string, type: string, mode: string): FormField['kind'] {
  if (tag === 'select' || type === 'radio') return 'choice'
  if (type === 'checkbox') return 'box'
  if (tag === 'button') return 'hidden'
  if (type === 'hidden' || type === 'file') return type
  if (type === 'password') return 'secret'
  if (/-(year|month|day)$/.test(name)) return 'day'
  return mode === 'numeric' || mode === 'decimal' ? 'number' : 'text'
}

/** Two pages with the same form: same address but for the ids, same fields. */
export const formKey = ({ action, fields }: PageForm): string =>
  `${action.replace(/[0-9a-f]{24}[^/?]*/g, ':id').split('?')[0]} ${fields
    .map(({ name, kind }) => `${name.replace(/\d+|[0-9a-f]{24}/g, '#')}:${kind}`)
    .filter((one, i, all) => all.indexOf(one) === i)
    .join(' ')}`
