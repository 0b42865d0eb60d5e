import { longDay, type AwardCertificatePaper } from '../certificate-drawing/certificate-paper.js'
import { sheetPicture } from './certificate-sheet.picture.js'

/** The award as a phone picture, in the hand of the other certificates. */
export const awardCertificatePicture = (paper: AwardCertificatePaper): Promise<Buffer> =>
  sheetPicture(
    {
      title: '获奖证书',
      titleEn: 'CERTIFICATE OF AWARD',
      chip: paper.prizeName,
      rows: [
        ['竞赛', `${paper.competitionName}（${paper.tierName}）`],
        ['赛项', `${paper.eventName}（${paper.modeName}）`],
        ['奖项', `${paper.prizeName}　第 ${paper.rank} 名`],
        ['总成绩', paper.total],
        ...(paper.unit ? [['单位', paper.unit] as const] : []),
        ['发证日期', longDay(paper.issuedOn)],
      ],
    },
    paper,
  )
