import { z } from 'zod'
import { roles, type Role } from '../../shared/permissions.js'
import { longestPassword } from '../sign-in/sign-in.rules.js'
import { choiceOf, optionalText, requiredText } from '../../web/form.js'

const secret = (key: string) =>
  z.preprocess(
    (value) => (typeof value === 'string' ? value : ''),
    z.string().min(1, key).max(longestPassword, `errors.tooLong|max=${longestPassword}`),
  )

export const signInForm = z.object({
  username: requiredText('accounts.usernameMissing', 64),
  password: secret('accounts.passwordMissing'),
})

export const passwordForm = z
  .object({
    current: secret('accounts.passwordMissing'),
    next: secret('accounts.passwordMissing'),
    repeat: secret('accounts.passwordMissing'),
  })
  .refine(({ next, repeat }) => next === repeat, { path: ['repeat'], message: 'accounts.repeatDiffers' })

const needsOrganisation: readonly Role[] = [
  'institution-manager',
  'institution-clerk',
  'enterprise',
  'mentor',
  'assessment-body',
]

export const newAccountForm = z
  .object({
    username: requiredText('accounts.usernameMissing', 32).pipe(
      z.string().regex(/^[a-z0-9][a-z0-9.-]{2,31}$/, 'accounts.usernameFormat'),
    ),
    name: requiredText('accounts.nameMissing', 50),
    role: choiceOf(roles, 'accounts.roleMissing'),
    organisationId: optionalText(24),
    region: optionalText(6),
    password: secret('accounts.passwordMissing'),
  })
  // An account that belongs to no person would show nobody's certificates.
  .refine(({ role }) => role !== 'trainee', { path: ['role'], message: 'accounts.traineeElsewhere' })
  .refine(({ role, organisationId }) => !needsOrganisation.includes(role) || organisationId, {
    path: ['organisationId'],
    message: 'accounts.organisationMissing',
  })
  .refine(({ role, region }) => role !== 'county-officer' || region, {
    path: ['region'],
    message: 'accounts.regionMissing',
  })
