import type { Words } from '../../shared/words.js'

/** `rule-<reason>` is the plain sentence of a rule, `reason-<reason>` its short name in tables. */
export const personTimeReasonWords = {
  'rule-counted': [
    '一人完成一个已备案开班的培训并结业，计 1 人次，计入结业当年',
    'One person who completes one filed course run is one person-time, in the year of completion',
  ],
  'rule-run-withdrawn': ['撤回的开班不计人次', 'A withdrawn course run gives no person-times'],
  'rule-run-suspended': [
    '中止期间的开班不计人次，恢复后重新判定',
    'A suspended course run gives no person-times; it is judged again when it resumes',
  ],
  'rule-enrolment-withdrawn': ['中途退出的学员不计人次', 'A trainee who left the run is not counted'],
  'rule-absent': ['参加结业考核，才计人次；缺考不计', 'Only those who take the assessment count; absence does not'],
  'rule-low-attendance': [
    '出勤学时达到应训学时的 {{value}}%，才计人次',
    'Attendance must reach {{value}}% of the required hours',
  ],
  'rule-failed-theory': ['理论考核达到 {{value}} 分，才计人次', 'The theory mark must be at least {{value}}'],
  'rule-failed-practice': ['实操考核达到 {{value}} 分，才计人次', 'The practice mark must be at least {{value}}'],
  'rule-not-completed': ['确认结业的，才计人次', 'Only a confirmed completion counts'],
  'rule-under-age': [
    '开班当天年满 {{value}} 周岁，才计补贴性人次',
    'Trainees must be at least {{value}} on the first day',
  ],
  'rule-over-age': [
    '开班当天不超过 {{value}} 周岁，才计补贴性人次',
    'Trainees must be no older than {{value}} on the first day',
  ],
  'rule-certificate-required': [
    '持有有效证书，才计补贴性人次；证书已撤销的不计',
    'A valid certificate is needed; a revoked one does not count',
  ],
  'rule-same-skill-counted': [
    '同一职业同一等级只计一次，先结业的计入',
    'The same occupation at the same level counts once; the first completion counts',
  ],
  'rule-yearly-limit': [
    '同一人一年最多计 {{value}} 次补贴性培训，按结业先后计入',
    'At most {{value}} subsidised completions a person a year, in order of completion',
  ],
  'rule-contest-not-counted': ['以赛代训按现行口径不计补贴人次', 'Contest training is not counted at present'],
  'rule-in-apprenticeship': [
    '学徒培养期间不再享受其他培训补贴，当月开的补贴班不计',
    'During an apprenticeship no other training is subsidised; runs that begin in its months do not count',
  ],
  'rule-apprenticeship-withdrawn': ['取消的学徒班不计人次', 'A cancelled apprenticeship gives no person-times'],
  'rule-apprenticeship-suspended': [
    '中止期间的学徒班不计人次，恢复后重新判定',
    'A suspended apprenticeship gives no person-times; it is judged again when it resumes',
  ],
  'rule-apprentice-left': ['中途退出的学徒不计人次', 'An apprentice who left is not counted'],
  'rule-apprentice-not-completed': [
    '学徒结业，一个培养周期计 1 人次；没有结业的不计',
    'An apprentice who finishes counts once for the whole programme; others do not',
  ],
  'rule-apprenticeship-not-counted': [
    '按现行口径，学徒制不计人次',
    'By the figure in force, apprenticeships are not counted',
  ],
  'rule-apprenticeship-not-over': [
    '学徒班还没有结业，结业后判定',
    'The class has not completed; it is judged when it does',
  ],
  'rule-run-not-closed': ['开班还没有结业，结业后判定', 'The run has not closed; it is judged when it does'],
  'rule-result-awaited': ['还没有结业结论，请机构补录成绩', 'There is no result yet; the institution must enter one'],
  'rule-birth-date-missing': [
    '缺少出生日期，无法核对年龄，请机构补录',
    'The birth date is missing, so the age cannot be checked; the institution must add it',
  ],
  'rule-certificate-awaited': ['已结业，等证书签发后计入', 'Completed; counted when the certificate is issued'],
  'reason-run-withdrawn': ['开班已取消', 'Run cancelled'],
  'reason-run-suspended': ['开班已中止', 'Run suspended'],
  'reason-enrolment-withdrawn': ['学员中途退出', 'Trainee left'],
  'reason-absent': ['缺考', 'Absent from assessment'],
  'reason-low-attendance': ['出勤学时不足', 'Attendance too low'],
  'reason-failed-theory': ['理论考核未合格', 'Theory failed'],
  'reason-failed-practice': ['实操考核未合格', 'Practice failed'],
  'reason-not-completed': ['未结业', 'Not completed'],
  'reason-under-age': ['未满最低年龄', 'Under age'],
  'reason-over-age': ['超过最高年龄', 'Over age'],
  'reason-certificate-required': ['证书已撤销', 'Certificate revoked'],
  'reason-same-skill-counted': ['同一职业同一等级已计过', 'Same skill counted before'],
  'reason-yearly-limit': ['超过每年次数', 'Yearly limit reached'],
  'reason-contest-not-counted': ['以赛代训不计', 'Contest training is not counted'],
  'reason-in-apprenticeship': ['学徒期间，不重复补贴', 'During an apprenticeship'],
  'reason-apprenticeship-withdrawn': ['学徒班已取消', 'Apprenticeship cancelled'],
  'reason-apprenticeship-suspended': ['学徒班已中止', 'Apprenticeship suspended'],
  'reason-apprentice-left': ['学徒中途退出', 'Apprentice left'],
  'reason-apprentice-not-completed': ['学徒没有结业', 'Apprentice did not finish'],
  'reason-apprenticeship-not-counted': ['学徒制不计', 'Apprenticeships not counted'],
  'reason-apprenticeship-not-over': ['等学徒班结业', 'Waiting for the class to complete'],
  'reason-run-not-closed': ['等开班结业', 'Waiting for the run to close'],
  'reason-result-awaited': ['等结业结论', 'Waiting for a result'],
  'reason-birth-date-missing': ['等补录出生日期', 'Waiting for a birth date'],
  'reason-certificate-awaited': ['等证书签发', 'Waiting for a certificate'],
} satisfies Words
