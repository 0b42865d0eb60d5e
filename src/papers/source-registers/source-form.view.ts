import { paths } from '../../paths.js'
import { regionName } from '../../shared/regions.js'
import type { Translate } from '../../shared/words.js'
import type { Form } from '../../web/form-models.js'
import { fill, problemsOf, type Errors, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'
import { regionOptions } from '../equivalences/equivalence.view.js'
import type { SourceKeyRecord } from './source-register.model.js'
import { crumbs } from './source-register.view.js'

export const keyPage = (t: Translate, values: Values = {}, errors: Errors = {}): Page & { form: Form } => ({
  layout: 'staff',
  width: 'form',
  title: t('sourceRegisters.newKey'),
  crumbs: crumbs(t, t('sourceRegisters.newKey')),
  problems: problemsOf(errors),
  form: {
    action: paths.sourceRegisters.newKey(),
    submit: t('sourceRegisters.keySave'),
    back: { text: t('sourceRegisters.back'), href: paths.sourceRegisters.list() },
    sections: [
      {
        fields: fill(
          [
            { name: 'region', label: t('sourceRegisters.region'), kind: 'radios', options: regionOptions(t) },
            {
              name: 'sender',
              label: t('sourceRegisters.senderName'),
              kind: 'text',
              hint: t('sourceRegisters.senderHint'),
            },
            {
              name: 'pem',
              label: t('sourceRegisters.pem'),
              kind: 'textarea',
              rows: 6,
              hint: t('sourceRegisters.pemHint'),
            },
          ],
          values,
          errors,
        ),
      },
    ],
  },
})
export const receivePage = (
  t: Translate,
  keys: readonly SourceKeyRecord[],
  values: Values = {},
  errors: Errors = {},
): Page & { form: Form } => ({
  layout: 'staff',
  width: 'form',
  title: t('sourceRegisters.receive'),
  crumbs: crumbs(t, t('sourceRegisters.receive')),
  problems: problemsOf(errors),
  form: {
    action: paths.sourceRegisters.receive(),
    multipart: true,
    submit: t('sourceRegisters.upload'),
    back: { text: t('sourceRegisters.back'), href: paths.sourceRegisters.list() },
    sections: [
      {
        fields: fill(
          [
            {
              name: 'keyId',
              label: t('sourceRegisters.sender'),
              kind: 'radios',
              options: keys.map(({ _id, sender, region }) => ({
                value: String(_id),
                label: sender,
                hint: regionName(region, t.lang),
              })),
            },
            {
              name: 'files',
              label: t('sourceRegisters.both'),
              kind: 'file',
              multiple: true,
              accept: '.xlsx,.csv,.sig',
              hint: t('sourceRegisters.bothHint'),
            },
          ],
          values,
          errors,
        ),
      },
    ],
  },
})
