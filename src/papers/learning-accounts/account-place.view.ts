import type { Translate } from '../../shared/words.js'
import { paths } from '../../paths.js'
import { inScope, type Actor } from '../../shared/permissions.js'
import type { Achievement } from '../achievements/achievement.rules.js'

/** Where the parts of an account are to be found: the holder's own pages, or those of an officer. */
export interface Place {
  own: boolean
  home: string
  credits: string
  credit(serial: number): string
  /** whether the reader may open a paper or a case of this region */
  opens(region?: string): boolean
}
export const ownPlace: Place = {
  own: true,
  home: paths.myAccount.home(),
  credits: paths.myAccount.credits(),
  credit: (serial) => paths.myAccount.credit(String(serial)),
  opens: () => true,
}
export const officePlace = (personId: string, actor: Actor): Place => ({
  own: false,
  home: paths.learningAccounts.show(personId),
  credits: paths.learningAccounts.credits(personId),
  credit: (serial) => paths.learningAccounts.credit(personId, String(serial)),
  opens: (region) => inScope(actor, { region: region ?? null }),
})

export const frameOf = (t: Translate, place: Place, name: string) => ({
  layout: place.own ? ('public' as const) : ('staff' as const),
  crumbs: place.own
    ? [{ text: t('own.title'), href: paths.me.home() }]
    : [
        { text: t('learningAccounts.accounts'), href: paths.learningAccounts.list() },
        { text: name, href: place.home },
      ],
})

/** The page of the paper, case or addition that a result rests on. */
export function evidenceHref(
  { kind, certificateId, recordId, region }: Achievement,
  { own, opens }: Pick<Place, 'own' | 'opens'>,
): string | undefined {
  if ((certificateId || kind === 'recognition') && !opens(region)) return undefined
  if (certificateId) return own ? paths.me.certificate(certificateId) : paths.certificates.show(certificateId)
  if (!recordId) return undefined
  if (kind === 'recognition') return own ? paths.ownRecognitions.show(recordId) : paths.recognitions.show(recordId)
  return own ? paths.myAccount.record(recordId) : paths.learningRecords.show(recordId)
}
