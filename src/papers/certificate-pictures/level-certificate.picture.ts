import { sheetPicture } from './certificate-sheet.picture.js'
import { longDay, type LevelCertificatePaper } from '../certificate-drawing/certificate-paper.js'

/** The level certificate as a phone picture: PNG, 750 px wide. */
export const levelCertificatePicture = (paper: LevelCertificatePaper): Promise<Buffer> =>
  sheetPicture(
    {
      title: '职业技能等级证书',
      titleEn: 'CERTIFICATE OF VOCATIONAL SKILL LEVEL',
      chip: paper.levelName,
      rows: [
        ['职业名称', paper.occupationName],
        ['工种/方向', paper.workType || '--'],
        ['理论/操作', `${paper.theoryScore} / ${paper.practiceScore}`],
        ['发证日期', longDay(paper.issuedOn)],
        ['评价机构', paper.issuerName],
      ],
    },
    paper,
  )
