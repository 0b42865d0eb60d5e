import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import { fill, problemsOf, type Errors, type FieldSpec, type Values } from '../../web/form.js'
import type { Page } from '../../web/page-models.js'

export function signInPage(
  t: Translate,
  { demonstration, next }: { demonstration: boolean; next: string },
  values: Values = {},
  errors: Errors = {},
) {
  const specs: FieldSpec[] = [
    { name: 'username', label: t('accounts.username'), kind: 'text', autocomplete: 'username' },
    { name: 'password', label: t('accounts.password'), kind: 'password', autocomplete: 'current-password' },
  ]
  return {
    layout: 'public' as const,
    title: t('accounts.signIn'),
    ownTitle: true,
    width: 'wide' as const,
    problems: problemsOf(errors),
    demonstration: demonstration ? t('accounts.demonstration') : '',
    form: {
      action: paths.signIn(),
      sections: [{ fields: fill(specs, { username: values['username'] ?? '' }, errors) }],
      submit: t('accounts.signIn'),
      repeatable: true,
      hidden: { next },
    },
    open: [
      { text: t('frame.verify'), href: paths.verify.form(), icon: 'patch-check' },
      { text: t('nav.publicCourses'), href: paths.openCourses(), icon: 'book' },
      { text: t('frame.help'), href: paths.help(), icon: 'question-circle' },
    ],
  }
}

export function passwordPage(t: Translate, must: boolean, errors: Errors = {}): Page & Record<string, unknown> {
  const secret = (name: string, label: string, autocomplete: string, hint?: string): FieldSpec => ({
    name,
    label,
    kind: 'password',
    autocomplete,
    width: 18,
    ...(hint && { hint }),
  })
  return {
    layout: 'staff',
    width: 'form',
    title: t('accounts.changePassword'),
    problems: problemsOf(errors),
    lead: must ? t('accounts.mustChange') : '',
    form: {
      action: paths.account.password(),
      submit: t('accounts.changePassword'),
      sections: [
        {
          fields: fill(
            [
              secret('current', t('accounts.currentPassword'), 'current-password'),
              secret('next', t('accounts.newPassword'), 'new-password', t('accounts.newPasswordHint')),
              secret('repeat', t('accounts.repeatPassword'), 'new-password'),
            ],
            {},
            errors,
          ),
        },
      ],
    },
  }
}
