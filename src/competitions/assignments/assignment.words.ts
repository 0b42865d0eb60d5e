import type { Words } from '../../shared/words.js'

export const assignmentWords = {
  title: ['裁判和赛务', 'Judges and staff'], lead: ['一个人在一个赛项里只有一项职责。三个号由三个人分别保管，裁判只见加密号。', 'Nobody has two duties in one event. Three people keep the three numbers; judges see only the secret code.'], save: ['保存', 'Save'], saved: ['已保存裁判和赛务', 'Judges and staff saved'], nobody: ['未指定', 'Nobody'], seat: ['{{duty}}（{{seat}}）', '{{duty}} ({{seat}})'], noCandidates: ['还没有裁判和赛务账号，请新区管理员开设', 'There are no accounts of judges or staff yet. Ask a New Area administrator'], frozen: ['已经抽签，不能再换人', 'The draws have begun; nobody can be replaced'],
  'duty-chief-judge': ['裁判长', 'Chief judge'], 'duty-judge': ['裁判员', 'Judge'], 'duty-registrar': ['参赛号登记', 'Registrar of entry numbers'], 'duty-draw-keeper': ['赛位号抽签', 'Keeper of the stations'], 'duty-code-keeper': ['加密', 'Keeper of the secret codes'], 'duty-scorer': ['统分', 'Scorer'], 'duty-keyer': ['录入', 'Keyer'], optional: ['可以不设', 'Optional'],
  drawn: ['已经抽签，不能再换人', 'The draws have begun; nobody can be replaced'], 'two-duties': ['{{name}} 有两项职责，一个人只能有一项', '{{name}} has two duties; one is the most'], 'wrong-role': ['{{name}} 的账号角色不能担任这一职责', 'The account of {{name}} has not the role for this duty'], 'unknown-account': ['找不到这个账号，请重新选择', 'No such account. Choose again'],
  myDuties: ['我的赛务', 'My duties'], dutiesLead: ['您在各赛项的职责。', 'Your duties in each event.'], none: ['目前没有您的赛务', 'No duties at present'], noneText: ['承办单位聘任后会出现在这里', 'They appear here once a host appoints you'], duty: ['职责', 'Duty'], event: ['赛项', 'Event'], contest: ['比赛', 'Contest'], state: ['状态', 'State'],
  'go-mark': ['评分', 'Mark'], 'go-watch': ['看进度', 'Progress'], 'go-draw': ['抽签', 'Draw'], 'go-key': ['录入', 'Key in'], 'go-open': ['交出号码', 'Hand over'], wait: ['等待', 'Waits'],
} satisfies Words
