import { paths } from '../../paths.js'
import { may, type Actor, type Permission } from '../../shared/permissions.js'
import type { Translate } from '../../shared/words.js'
import type { Link } from '../../web/link-models.js'

export type ClassTab =
  'plan' | 'apprentices' | 'cooperation' | 'teaching' | 'mid-term' | 'assessment' | 'certificates' | 'settlement'
const addresses: Record<ClassTab, (id: string) => string> = {
  plan: paths.apprenticeships.show,
  apprentices: paths.apprentices.ofClass,
  cooperation: paths.apprentices.cooperation,
  teaching: paths.apprentices.teaching,
  'mid-term': paths.apprentices.midTerm,
  assessment: paths.apprentices.assessment,
  certificates: paths.apprenticeships.certificates,
  settlement: paths.apprenticeships.settlement,
}

const needs: Record<ClassTab, Permission> = {
  plan: 'apprenticeship.view',
  apprentices: 'apprentice.view',
  cooperation: 'apprentice.view',
  teaching: 'apprentice.view',
  'mid-term': 'apprentice.check',
  assessment: 'apprentice.check',
  certificates: 'certificate.view',
  settlement: 'apprenticeship.view',
}

/** Links between the pages of one class of apprentices, those that the reader may open; other rooms draw them, too. */
export const classTabs = (t: Translate, classId: string, reader: Actor, current?: ClassTab): Link[] =>
  (Object.keys(addresses) as ClassTab[])
    .filter((tab) => may(reader, needs[tab]))
    .map((tab) => ({ text: t(`apprentices.tab-${tab}`), href: addresses[tab](classId), current: tab === current }))

/** Crumbs of a page of a class; `between` are the pages that lead from the class to it. */
export const classCrumbs = (
  t: Translate,
  one: { title: string; _id?: unknown },
  last?: string,
  between: readonly Link[] = [],
): Link[] => [
  { text: t('apprenticeships.title'), href: paths.apprenticeships.list() },
  { text: one.title, href: last ? paths.apprenticeships.show(String(one._id)) : '' },
  ...between,
  ...(last ? [{ text: last, href: '' }] : []),
]
