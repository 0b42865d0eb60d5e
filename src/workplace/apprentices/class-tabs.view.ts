import { paths } from '../../paths.js'
import type { Translate } from '../../shared/words.js'
import type { Link } from '../../web/view-models.js'

export type ClassTab = 'plan' | 'apprentices' | 'cooperation' | 'teaching' | 'mid-term' | 'assessment' | 'certificates' | 'settlement'
const addresses: Record<ClassTab, (id: string) => string> = {
  plan: paths.apprenticeships.show, apprentices: paths.apprentices.ofClass, cooperation: paths.apprentices.cooperation, teaching: paths.apprentices.teaching, 'mid-term': paths.apprentices.midTerm, assessment: paths.apprentices.assessment, certificates: paths.apprenticeships.certificates, settlement: paths.apprenticeships.settlement,
}

/** Links between the pages of one class of apprentices; other rooms draw them, too. */
export const classTabs = (t: Translate, classId: string, current?: ClassTab): Link[] => (Object.keys(addresses) as ClassTab[]).map((tab) => ({ text: t(`apprentices.tab-${tab}`), href: addresses[tab](classId), current: tab === current }))

/** Crumbs of a page of a class. */
export const classCrumbs = (t: Translate, one: { title: string; _id?: unknown }, last?: string): Link[] => [
  { text: t('apprentices.title'), href: paths.apprentices.list() }, { text: one.title, href: last ? paths.apprentices.ofClass(String(one._id)) : '' }, ...(last ? [{ text: last, href: '' }] : []),
]
