/** Marking schemes of the demonstration, one aspect a row, in the columns of the template. */
const measured = (code: string, criterion: string, sub: string, text: string, max: number, spec: string, unit: string, bands: string, standard: string): string[] => [code, criterion, sub, 'M1', text, '测量', String(max), spec, unit, bands, '', '', '', '', standard]
const judged = (code: string, criterion: string, sub: string, text: string, max: number, steps: readonly [string, string, string, string], standard: string): string[] => [code, criterion, sub, 'M1', text, '评判', String(max), '', '', '', ...steps, standard]

export const bricklaying: readonly (readonly string[])[] = [
  measured('A1.1', '尺寸精度', '墙体尺寸', '总高度', 12, '钢卷尺量两端，取偏差大者', '毫米', '2:12；4:8；6:4；其余:0', '3.2.1'),
  measured('A1.2', '尺寸精度', '墙体尺寸', '总长度', 12, '钢卷尺量顶、底两道，取偏差大者', '毫米', '2:12；4:8；6:4；其余:0', '3.2.1'),
  measured('A2.1', '尺寸精度', '平直', '墙面垂直度', 14, '2 米靠尺和塞尺，取最大值', '毫米', '1:14；2:10；4:5；其余:0', '3.2.2'),
  measured('A2.2', '尺寸精度', '平直', '墙面平整度', 12, '2 米靠尺和塞尺，取最大值', '毫米', '1:12；3:8；5:4；其余:0', '3.2.2'),
  measured('B1.1', '工艺', '灰缝', '十皮砖厚度偏差', 10, '皮数杆比对', '毫米', '3:10；6:6；8:3；其余:0', '3.2.3'),
  measured('B1.2', '工艺', '灰缝', '上下皮错缝符合图纸', 8, '对照图纸，全部符合才得分', '处', '', '3.2.3'),
  judged('B2.1', '工艺', '外观', '灰缝饱满、深浅一致', 12, ['多处空缝、瞎缝', '个别空缝，深浅不一', '饱满，深浅基本一致', '饱满，深浅一致，棱角完整'], '3.2.4'),
  judged('B2.2', '工艺', '外观', '墙面整洁', 8, ['大面积砂浆污染', '局部污染未清理', '整洁，有少量痕迹', '清水墙面整洁无痕'], '3.2.4'),
  judged('C1.1', '安全文明', '安全', '防护和用电', 6, ['未戴防护或违章用电', '提醒后改正', '防护齐全', '防护齐全并主动排除隐患'], '2.1'),
  judged('C2.1', '安全文明', '文明施工', '工完场清', 6, ['材料工具散乱', '清理不完整', '清理干净', '清理干净，余料归类'], '2.1'),
]

export const cooking: readonly (readonly string[])[] = [
  measured('A1.1', '刀工', '规格', '丝的粗细偏差', 15, '卡尺量 10 根，取平均偏差', '毫米', '0.3:15；0.6:10；1:5；其余:0', '3.1.2'),
  measured('A1.2', '刀工', '规格', '净料率符合配比', 10, '电子秤，达到 85% 得分', '%', '', '3.1.2'),
  measured('B1.1', '操作', '时间', '出菜时间超出', 10, '计时器', '分钟', '0:10；3:6；6:3；其余:0', '3.3.1'),
  judged('B2.1', '操作', '火候', '火候掌握', 15, ['未熟或焦糊', '局部过火', '成熟度合适', '成熟度合适，锅气足'], '3.3.1'),
  judged('C1.1', '成品', '味', '调味', 20, ['无法食用', '偏咸或偏淡', '味正', '味正，层次分明'], '3.3.2'),
  judged('C2.1', '成品', '形', '造型和色泽', 15, ['散乱无形', '一般', '整齐，色泽自然', '整齐美观，有白洋淀特色'], '3.3.2'),
  judged('D1.1', '卫生', '卫生', '个人和操作卫生', 15, ['违反卫生规定', '提醒后改正', '符合规定', '符合规定，全程整洁'], '2.2'),
]
