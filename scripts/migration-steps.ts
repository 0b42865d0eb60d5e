import { dropIndexes } from '../src/infra/indexes.js'
import type { Infra } from '../src/infra/infra.js'
import type { MigrationStep } from '../src/infra/migrations.js'
import { renameSourceFields } from '../src/papers/certificate-sources/source-fields.migration.js'
import { tellAccountNumbers } from '../src/papers/learning-accounts/account-numbers.migration.js'
import { sealRegisters } from '../src/papers/source-registers/sealed-registers.migration.js'
import type { Services } from '../src/services.js'
import { beforeSortedLists } from './former-indexes.data.js'

/** What each installation goes through once, in this order. */
export const migrationSteps = (
  { awardTables, policies, occupations, targets }: Services,
  { files }: Pick<Infra, 'files'>,
): MigrationStep[] => [
  { name: '0001-policies', run: policies.loadSeeds },
  { name: '0002-occupations', run: occupations.loadSeeds },
  { name: '0003-targets', run: targets.loadSeeds },
  { name: '0004-certificate-sources', run: renameSourceFields },
  // Figures that came later: what an installation has already stays as it is.
  { name: '0005-figures-of-competitions', run: policies.loadSeeds },
  { name: '0006-award-tables', run: awardTables.loadSeeds },
  { name: '0007-sealed-registers', run: () => sealRegisters(files) },
  { name: '0008-account-numbers', run: tellAccountNumbers },
  { name: '0009-sorted-lists', run: () => dropIndexes(beforeSortedLists) },
]
