import type { PersonRecord } from '../../registry/people/person.model.js'
import type { PaperIssue } from './certificate-paper.js'

/** Papers are Chinese first; these are the printed names of ID documents. */
const idTypeNames: Record<PersonRecord['idType'], string> = {
  'resident-id': '居民身份证',
  passport: '护照',
  'hk-macao-permit': '港澳居民来往内地通行证',
  'taiwan-permit': '台湾居民来往大陆通行证',
  'foreigner-permanent-residence': '外国人永久居留身份证',
  'officer-card': '军官证',
}

export interface Issue {
  number: string
  token: string
  issuedOn: string
  issuerName: string
  publicUrl: string
}

/** What every paper prints of its issue and its holder. */
export function issueFacts(
  { number, token, issuedOn, issuerName, publicUrl }: Issue,
  person: Pick<PersonRecord, 'name' | 'idType' | 'idMasked'>,
): PaperIssue {
  return {
    number,
    issuedOn,
    issuerName,
    verifyUrl: `${publicUrl}/v/${token}`,
    verifyHost: `${new URL(publicUrl).host}/v`,
    verifyCode: token,
    holderName: person.name,
    idTypeName: idTypeNames[person.idType],
    idMasked: person.idMasked,
  }
}
