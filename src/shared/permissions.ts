export const roles = [
  'administrator',
  'county-officer',
  'institution-manager',
  'institution-clerk',
  'enterprise',
  'mentor',
  'assessment-body',
  'judge',
  'competition-staff',
  'trainee',
  'auditor',
  'operator',
] as const
export type Role = (typeof roles)[number]

/** Whoever is signed in. `region` bounds a county officer, `organisationId` an organisation's people, `personId` a trainee. */
export interface Actor {
  id: string
  username: string
  name: string
  role: Role
  organisationId?: string
  organisationName?: string
  region?: string
  personId?: string
  /** signed in with a password that somebody else chose */
  mustChangePassword?: boolean
}

const institution = ['institution-manager', 'institution-clerk'] as const
const officers = ['administrator', 'county-officer'] as const
const readers = [...officers, 'auditor'] as const
const everyone = roles

/** Who may do what; the scope (own organisation, own region) is applied by the service or query on top of it. */
export const permissions = {
  'account.own': everyone,
  'account.manage': ['administrator'],
  'home.view': everyone,
  'mistake.view': ['administrator', 'auditor'],
  'mistake.close': ['administrator'],
  'organisation.view': [...readers, ...institution, 'enterprise', 'assessment-body'],
  'organisation.register': [...institution, 'enterprise', 'assessment-body', 'administrator'],
  'organisation.review': officers,
  'occupation.view': [...readers, ...institution, 'enterprise', 'assessment-body'],
  'person.view': [...readers, ...institution],
  'person.reveal': [...officers, 'institution-manager', 'auditor'],
  'person.edit': [...institution, 'administrator'],
  'person.correct': ['administrator'],
  'course.view': [...readers, ...institution, 'assessment-body'],
  'course.edit': institution,
  'course-run.view': [...readers, ...institution, 'assessment-body'],
  'course-run.edit': institution,
  'course-run.submit': institution,
  'course-run.review': officers,
  'course-run.suspend': officers,
  'enrolment.view': [...readers, ...institution, 'assessment-body'],
  'enrolment.edit': institution,
  'roster.import': institution,
  'apprenticeship.view': [...readers, ...institution, 'enterprise', 'assessment-body'],
  'apprenticeship.edit': ['enterprise'],
  'apprenticeship.review': officers,
  'apprenticeship.finish': [...institution, 'enterprise'],
  'apprenticeship.complete': institution,
  'settlement.edit': ['enterprise'],
  'settlement.review': officers,
  'apprentice.view': [...readers, ...institution, 'enterprise', 'mentor'],
  'apprentice.edit': ['enterprise'],
  'apprentice.pair': ['enterprise', ...institution],
  'apprentice.teach': institution,
  'apprentice.check': [...readers, ...institution, 'enterprise', 'assessment-body'],
  'apprentice.assess': [...institution, 'assessment-body'],
  'apprentice.guide': ['mentor'],
  'apprentice.own': ['trainee'],
  'result.view': [...readers, ...institution, 'assessment-body'],
  'result.edit': [...institution, 'assessment-body'],
  'certificate.view': [...readers, ...institution, 'assessment-body'],
  'certificate.issue': [...institution, 'assessment-body', 'administrator'],
  'certificate.revoke': ['administrator', 'assessment-body', 'institution-manager'],
  'certificate.own': ['trainee'],
  'competition.view': [...readers, ...institution, 'enterprise', 'assessment-body'],
  'competition.edit': [...institution, 'enterprise'],
  'competition.review': ['administrator'],
  'competition.cancel': [...institution, 'enterprise', 'administrator'],
  'competition.enter': [...institution, 'enterprise'],
  'competition.enter-self': ['trainee'],
  'competition.duty': ['judge', 'competition-staff'],
  'competition.draw': ['competition-staff'],
  'competition.mark': ['judge'],
  'competition.key': ['competition-staff'],
  'competition.appeal': [...institution, 'enterprise', 'trainee'],
  'competition.result': ['administrator'],
  'award-table.edit': ['administrator'],
  'agreement.view': [...readers, ...institution, 'enterprise', 'assessment-body'],
  'agreement.edit': ['administrator'],
  'source-register.view': readers,
  'source-register.import': ['administrator'],
  'source-key.manage': ['administrator'],
  'recognition.view': [...readers, 'enterprise'],
  'recognition.apply': ['enterprise', 'county-officer'],
  'recognition.import': ['enterprise'],
  'recognition.own': ['trainee'],
  'recognition.handle': officers,
  'recognition.decide': ['administrator'],
  'recognition.report': readers,
  'recognition.rely': ['enterprise'],
  'learning-account.own': ['trainee'],
  'learning-account.view': readers,
  'talent.view': readers,
  'transcript.print': officers,
  'learning-record.view': [...readers, 'institution-manager', 'enterprise'],
  'learning-record.decide': [...officers, 'institution-manager', 'enterprise'],
  'person-time.view': [...readers, ...institution, 'enterprise'],
  'person-time.rebuild': ['administrator'],
  'policy.view': [...readers, ...institution, 'enterprise'],
  'policy.edit': ['administrator'],
  'report.view': [...readers, ...institution, 'enterprise'],
  'report.print': [...readers, ...institution, 'enterprise'],
  'audit.view': ['administrator', 'auditor'],
  'task.own': everyone,
  'dead-letter.manage': ['operator', 'administrator'],
  'queue.operate': ['operator'],
} as const satisfies Record<string, readonly Role[]>

export type Permission = keyof typeof permissions

export const may = (actor: Actor | undefined, permission: Permission): boolean =>
  actor !== undefined && (permissions[permission] as readonly Role[]).includes(actor.role)

/** The bounds of what an actor may see: nothing set means everything. */
export interface Scope {
  organisationId?: string
  region?: string
  personId?: string
}

const byRegion: readonly Role[] = ['county-officer']
const byOrganisation: readonly Role[] = [
  'institution-manager',
  'institution-clerk',
  'enterprise',
  'mentor',
  'assessment-body',
]

export function scopeOf(actor: Actor): Scope {
  if (byRegion.includes(actor.role)) return { region: actor.region ?? 'none' }
  if (byOrganisation.includes(actor.role)) return { organisationId: actor.organisationId ?? 'none' }
  if (actor.role === 'trainee') return { personId: actor.personId ?? 'none' }
  return {}
}

/** Whether a record with these owners lies inside the actor's bounds. */
export function inScope(
  actor: Actor,
  record: { organisationId?: string | null; region?: string | null; personId?: string | null },
): boolean {
  const scope = scopeOf(actor)
  return (
    (scope.organisationId === undefined || scope.organisationId === record.organisationId) &&
    (scope.region === undefined || scope.region === record.region) &&
    (scope.personId === undefined || scope.personId === record.personId)
  )
}
