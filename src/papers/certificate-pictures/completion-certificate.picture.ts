import { sheetPicture } from './certificate-sheet.picture.js'
import { longDay, type CompletionCertificatePaper } from '../certificate-drawing/certificate-paper.js'

/** The completion certificate as a phone picture, in the hand of the level certificate's. */
export const completionCertificatePicture = (paper: CompletionCertificatePaper): Promise<Buffer> =>
  sheetPicture(
    {
      title: paper.title,
      titleEn: 'CERTIFICATE OF TRAINING COMPLETION',
      chip: `${paper.theoryHours + paper.practiceHours} 学时`,
      rows: [
        ['培训课程', paper.courseName],
        ['培训机构', paper.institutionName],
        ['培训时间', `${longDay(paper.startsOn)}至${longDay(paper.endsOn)}`],
        ['理论/实操', `${paper.theoryHours} / ${paper.practiceHours} 学时`],
        ['考核/出勤', `${paper.score} / ${paper.attendance}`],
        ['发证日期', longDay(paper.issuedOn)],
      ],
    },
    paper,
  )
