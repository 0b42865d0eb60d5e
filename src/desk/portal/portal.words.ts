import type { Words } from '../../shared/words.js'

export const portalWords = {
  title: ['雄安技能', "Xiong'an Skills"],
  headline1: ['学一门手艺，', 'Learn a craft,'],
  headline2: ['凭一张真证书', 'prove it with a paper that holds'],
  lead: [
    '雄安新区补贴性职业技能培训：查课程、报名、看证书。任何人都可以在这里查验一张证书，不用注册，不用登录。',
    "Subsidised vocational training in the Xiong'an New Area: find courses, see certificates. Anybody can verify a certificate here, without an account.",
  ],
  trained: ['{{year}} 年已培训', 'Trained in {{year}}'],
  people: ['参训人数', 'People trained'],
  personTimesUnit: ['人次', 'person-times'],
  peopleUnit: ['人', 'people'],
  verify: ['查验证书', 'Verify a certificate'],
  number: ['证书编号', 'Certificate number'],
  numberExample: ['例如 XA-PX-2022-000123', 'For example XA-PX-2022-000123'],
  holder: ['持证人姓名', 'Name of the holder'],
  verifyButton: ['查验', 'Verify'],
  scanHint: [
    '手机扫证书上的二维码，直接看到结果。',
    'Scan the code on the paper with a phone to see the result at once.',
  ],
  courses: ['培训课程', 'Training courses'],
  allCourses: ['全部 {{count}} 门课程', 'All courses: {{count}}', 'All {{count}} courses'],
  fieldLine: ['{{courses}} 门 · {{runs}} 个班正在报名', 'Courses: {{courses}} · open runs: {{runs}}'],
  howToEnrol: [
    '报名请带身份证到培训机构，由机构加入名册。咨询电话 {{phone}}',
    'To enrol, take your ID card to the institution. Questions: {{phone}}',
  ],
  openRuns: ['近期开班', 'Starting soon'],
  noRuns: ['最近没有即将开班的班次', 'No course run starts soon'],
  guides: ['办事指南', 'How to'],
  all: ['全部', 'All'],
  openCourses: ['培训课程', 'Training courses'],
  total: ['共 {{count}} 门', '{{count}} course', '{{count}} courses'],
  search: ['课程、职业或机构', 'Course, occupation or institution'],
  field: ['领域', 'Field'],
  county: ['县（片区）', 'County'],
  courseColumn: ['课程', 'Course'],
  institution: ['培训机构', 'Institution'],
  hours: ['学时', 'Hours'],
  fee: ['费用', 'Fee'],
  free: ['免费（政府补贴）', 'Free (subsidised)'],
  yuan: ['{{amount}} 元', '¥{{amount}}'],
  next: ['最近开班', 'Next run'],
  noNext: ['暂无', 'None yet'],
  none: ['没有符合条件的课程', 'No courses match'],
  help: ['帮助', 'Help'],
  helpLead: [
    '按您要办的事找答案。没有写到的，请打咨询电话。',
    'Find the answer by what you want to do. Call us for anything else.',
  ],
  forEverybody: ['不登录就能用的', 'Without signing in'],
  accessibility: ['无障碍说明', 'Accessibility'],
  accessibilityLead: [
    '每个页面都能只用键盘操作，不用脚本也能用。',
    'Every page works by keyboard alone and without script.',
  ],
} satisfies Words

/** Question and answer, by anchor; shown on the help page and linked from the portal. */
export const guideWords = {
  enrolQ: ['怎样报名参加培训', 'How to enrol in a course'],
  enrolA: [
    '在“培训课程”里找课程、费用和最近的开班，带身份证到培训机构报名，机构把您加入名册。不知道去哪一家，请打咨询电话。',
    'Find the course, its fee and the next class under Courses. Take your ID card to the institution, which enters you on the roster. If you do not know where to go, call us.',
  ],
  verifyQ: ['怎样查验一张证书', 'How to verify a certificate'],
  verifyA: [
    '用手机扫证书上的二维码，或者在首页填证书编号和持证人姓名。页面上的每一项都应与纸上相同。查不到不等于假证，请先核对编号，再联系发证机构。',
    'Scan the code on the paper, or enter its number and the name of the holder on the home page. Every line on the page should equal the paper. Not found does not mean forged: check the number, then ask the issuing body.',
  ],
  subsidyQ: ['参加补贴性培训要钱吗', 'Does subsidised training cost anything'],
  subsidyA: [
    '补贴性培训由政府付费。课程页写明费用、资金来源和发什么证书；有人另外收费，请打咨询电话。',
    'Subsidised training is paid by the government. The course page states fee, funding and certificate; if somebody asks for more, call us.',
  ],
  countQ: ['什么算一个补贴性培训人次', 'What counts as one subsidised person-time'],
  countA: [
    '一个人在一个备案的补贴班结业，计一人次，计入结业当年。同一职业同一等级只计一次，一年不超过规定次数。每一条是否计入、为什么，在“补贴人次”里都能点开看。',
    'One person who completes one filed, subsidised course run counts once, in the year of completion. The same occupation and level counts once, and a year has an upper limit. Each verdict and its reason can be opened under Person-times.',
  ],
  rosterQ: ['机构怎样导入名册', 'How institutions import a roster'],
  rosterA: [
    '在班级页点“导入名册”，下载模板，证件号码列保持文本格式。上传后先看预览，确认前不写入任何数据；有错的行会带着原因退回同样格式的表。',
    'Open the course run, choose Import roster and download the template; keep the ID column as text. The upload is previewed and nothing is written before you confirm; wrong rows come back in the same layout with their reasons.',
  ],
  photoQ: ['证书照片有什么要求', 'What photo a certificate needs'],
  photoA: [
    '近半年一寸白底彩色照片，JPG 或 PNG。机构可以一次选择多张，文件名写证件号码或姓名。',
    'A colour photo of the last half year on white ground, JPG or PNG. Institutions may choose many files at once, named by ID number or name.',
  ],
  wrongQ: ['证书上的信息有错怎么办', 'What if something on the certificate is wrong'],
  wrongA: [
    '请联系发证机构；姓名写错的，由新区管理员凭身份证件更正。更正后换发新证，旧证的二维码会指向新证，两张证互相能查到。',
    'Ask the issuing body; a mistyped name is corrected by the New Area administrator on the ID document. The reissued certificate gets a new number; the code on the old paper then leads to the new one.',
  ],
  privacyQ: ['我的个人信息谁能看到', 'Who can see my personal data'],
  privacyA: [
    '证件号码和电话加密保存，页面上只显示一部分。工作人员查看完整号码要写明原因，每一次都有记录。',
    'ID numbers and phones are stored encrypted and shown masked. Staff must give a reason to see them in full, and each time is recorded.',
  ],
  phoneQ: ['字太小，看不清', 'The text is too small'],
  phoneA: [
    '点页面顶部的“大字版”，字和按钮都会变大，并一直记住。',
    'Choose Large text at the top of the page; text and buttons grow and stay so.',
  ],
  keyboardQ: ['不用鼠标怎样操作', 'Working without a mouse'],
  keyboardA: [
    '用 Tab 键移动，回车键打开。第一次按 Tab 会出现“跳到正文”。',
    'Move with Tab, open with Enter. The first Tab shows Skip to main content.',
  ],
} satisfies Words
