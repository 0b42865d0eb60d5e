import type { Role } from '../../src/shared/permissions.js'
import { competitionRows } from './route-matrix/competitions.data.js'
import { countingRows } from './route-matrix/counting.data.js'
import { officeRows } from './route-matrix/office.data.js'
import { paperRows } from './route-matrix/papers.data.js'
import { registryRows } from './route-matrix/registry.data.js'
import { trainingRows } from './route-matrix/training.data.js'
import { workplaceRows } from './route-matrix/workplace.data.js'

/** Each role's letter in the rows below. */
export const letters: Record<string, Role> = {
  A: 'administrator',
  C: 'county-officer',
  M: 'institution-manager',
  K: 'institution-clerk',
  E: 'enterprise',
  N: 'mentor',
  B: 'assessment-body',
  J: 'judge',
  S: 'competition-staff',
  T: 'trainee',
  U: 'auditor',
  O: 'operator',
}

/**
 * Who passes the door of each route, reviewed by hand and not derived from src/shared/permissions.ts: a change there
 * must be made here too. `*` is anybody, signed in or not. Whose records they see behind the door: tenant tests.
 */
export const matrix: Readonly<Record<string, string>> = {
  ...officeRows,
  ...registryRows,
  ...trainingRows,
  ...workplaceRows,
  ...competitionRows,
  ...paperRows,
  ...countingRows,
}
