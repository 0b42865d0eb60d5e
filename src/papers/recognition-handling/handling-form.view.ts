import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Form } from '../../web/form-models.js'
import { fill, type Errors, type Values } from '../../web/form.js'
import type { RecognitionRow } from '../recognitions/recognition.queries.js'
import type { RecognitionAct } from '../recognitions/recognition.rules.js'
import { checkResults, comparedFields } from '../source-checks/source-check.rules.js'

export const lookUpForm = (
  t: Translate,
  one: RecognitionRow,
  hidden: Record<string, string>,
  values: Values,
  errors: Errors,
): Form => ({
  action: paths.recognitions.lookUp(one._id),
  multipart: true,
  hidden,
  submit: t('recognitions.lookUpSubmit'),
  sections: [
    {
      title: t('recognitions.lookUp'),
      hint: t('recognitions.lookUpHint'),
      fields: fill(
        [
          { name: 'place', label: t('recognitions.place'), kind: 'text', hint: t('recognitions.placeHint') },
          {
            name: 'result',
            label: t('recognitions.result'),
            kind: 'radios',
            options: checkResults.map((value) => ({ value, label: t(`recognitions.result-${value}`) })),
          },
          {
            name: 'fields',
            label: t('recognitions.fields'),
            kind: 'checkboxes',
            optional: true,
            options: comparedFields.map((value) => ({ value, label: t(`recognitions.field-${value}`) })),
          },
          {
            name: 'picture',
            label: t('recognitions.picture'),
            kind: 'file',
            accept: '.jpg,.jpeg,.png',
            hint: t('recognitions.pictureHint'),
          },
          { name: 'note', label: t('recognitions.checkNote'), kind: 'textarea', rows: 2, optional: true },
        ],
        values,
        errors,
      ),
    },
  ],
})
export const compareForm = (
  t: Translate,
  one: RecognitionRow,
  hidden: Record<string, string>,
  values: Values,
  errors: Errors,
): Form => ({
  action: paths.recognitions.compare(one._id),
  hidden,
  submit: t('recognitions.compareSubmit'),
  sections: [
    {
      title: t('recognitions.compareTitle'),
      hint: t('recognitions.compareHint'),
      fields: fill(
        [
          { name: 'bodyNotFiled', label: t('recognitions.bodyNotFiled'), kind: 'checkbox' },
          { name: 'opinion', label: t('recognitions.compareNote'), kind: 'textarea', rows: 3, optional: true },
        ],
        values,
        errors,
      ),
    },
  ],
})
export const resolveForm = (
  t: Translate,
  one: RecognitionRow,
  hidden: Record<string, string>,
  acts: readonly RecognitionAct[],
  values: Values,
  errors: Errors,
): Form => ({
  action: paths.recognitions.resolve(one._id),
  danger: true,
  hidden,
  submit: t('recognitions.resolveSubmit'),
  sections: [
    {
      title: t('recognitions.resolveTitle'),
      fields: fill(
        [
          {
            name: 'act',
            label: t('recognitions.resolve'),
            kind: 'radios',
            options: (['restore', 'revoke'] as const)
              .filter((act) => acts.includes(act))
              .map((value) => ({ value, label: t(`recognitions.${value}`) })),
          },
          { name: 'grounds', label: t('recognitions.grounds'), kind: 'textarea', rows: 3 },
        ],
        values,
        errors,
      ),
    },
  ],
})
