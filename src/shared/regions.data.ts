/** NBS list of 2023 (county and town level); reviewed. `133100` and the areas below it are registration practice, not in that list. */
type Rows = readonly (readonly [code: string, zh: string, en: string])[]

export const provinces: Rows = [
  ['110000', '北京市', 'Beijing'], ['120000', '天津市', 'Tianjin'], ['130000', '河北省', 'Hebei'], ['140000', '山西省', 'Shanxi'],
  ['150000', '内蒙古自治区', 'Inner Mongolia'], ['210000', '辽宁省', 'Liaoning'], ['220000', '吉林省', 'Jilin'], ['230000', '黑龙江省', 'Heilongjiang'],
  ['310000', '上海市', 'Shanghai'], ['320000', '江苏省', 'Jiangsu'], ['330000', '浙江省', 'Zhejiang'], ['340000', '安徽省', 'Anhui'],
  ['350000', '福建省', 'Fujian'], ['360000', '江西省', 'Jiangxi'], ['370000', '山东省', 'Shandong'], ['410000', '河南省', 'Henan'],
  ['420000', '湖北省', 'Hubei'], ['430000', '湖南省', 'Hunan'], ['440000', '广东省', 'Guangdong'], ['450000', '广西壮族自治区', 'Guangxi'],
  ['460000', '海南省', 'Hainan'], ['500000', '重庆市', 'Chongqing'], ['510000', '四川省', 'Sichuan'], ['520000', '贵州省', 'Guizhou'],
  ['530000', '云南省', 'Yunnan'], ['540000', '西藏自治区', 'Tibet'], ['610000', '陕西省', 'Shaanxi'], ['620000', '甘肃省', 'Gansu'],
  ['630000', '青海省', 'Qinghai'], ['640000', '宁夏回族自治区', 'Ningxia'], ['650000', '新疆维吾尔自治区', 'Xinjiang'],
  ['710000', '台湾省', 'Taiwan'], ['810000', '香港特别行政区', 'Hong Kong'], ['820000', '澳门特别行政区', 'Macao'],
]

export const hebei: Rows = [
  ['130600', '保定市', 'Baoding'],
  ['130628', '高阳县', 'Gaoyang County'],
  ['130629', '容城县', 'Rongcheng County'],
  ['130632', '安新县', 'Anxin County'],
  ['130638', '雄县', 'Xiong County'],
  ['130982', '任丘市', 'Renqiu'],
]

export const newArea: Rows = [
  ['133100', '雄安新区', "Xiong'an New Area"],
  ['133100-qd', '启动区', 'Start-up Area'],
  ['133100-xd', '雄东片区', 'Xiongdong Area'],
]

export const beijing: Rows = [
  ['110101', '东城区', 'Dongcheng'], ['110102', '西城区', 'Xicheng'], ['110105', '朝阳区', 'Chaoyang'], ['110106', '丰台区', 'Fengtai'],
  ['110107', '石景山区', 'Shijingshan'], ['110108', '海淀区', 'Haidian'], ['110109', '门头沟区', 'Mentougou'], ['110111', '房山区', 'Fangshan'],
  ['110112', '通州区', 'Tongzhou'], ['110113', '顺义区', 'Shunyi'], ['110114', '昌平区', 'Changping'], ['110115', '大兴区', 'Daxing'],
  ['110116', '怀柔区', 'Huairou'], ['110117', '平谷区', 'Pinggu'], ['110118', '密云区', 'Miyun'], ['110119', '延庆区', 'Yanqing'],
]

export const tianjin: Rows = [
  ['120101', '和平区', 'Heping'], ['120102', '河东区', 'Hedong'], ['120103', '河西区', 'Hexi'], ['120104', '南开区', 'Nankai'],
  ['120105', '河北区', 'Hebei District'], ['120106', '红桥区', 'Hongqiao'], ['120110', '东丽区', 'Dongli'], ['120111', '西青区', 'Xiqing'],
  ['120112', '津南区', 'Jinnan'], ['120113', '北辰区', 'Beichen'], ['120114', '武清区', 'Wuqing'], ['120115', '宝坻区', 'Baodi'],
  ['120116', '滨海新区', 'Binhai New Area'], ['120117', '宁河区', 'Ninghe'], ['120118', '静海区', 'Jinghai'], ['120119', '蓟州区', 'Jizhou'],
]

/** 鄚州, 苟各庄 and 七间房 came from 任丘, 龙化 from 高阳: identity numbers of their people begin with the old county. */
export const xionganTowns: Rows = [
  ['130629100', '容城镇', 'Rongcheng Town'], ['130629101', '小里镇', 'Xiaoli Town'], ['130629102', '南张镇', 'Nanzhang Town'],
  ['130629103', '大河镇', 'Dahe Town'], ['130629104', '晾马台镇', 'Liangmatai Town'], ['130629200', '八于乡', 'Bayu Township'],
  ['130629201', '贾光乡', 'Jiaguang Township'], ['130629203', '平王乡', 'Pingwang Township'], ['130629400', '容东片区', 'Rongdong Area'],
  ['130629401', '容西片区', 'Rongxi Area'],
  ['130632100', '安新镇', 'Anxin Town'], ['130632101', '大王镇', 'Dawang Town'], ['130632102', '三台镇', 'Santai Town'],
  ['130632103', '端村镇', 'Duancun Town'], ['130632104', '赵北口镇', 'Zhaobeikou Town'], ['130632105', '同口镇', 'Tongkou Town'],
  ['130632106', '刘李庄镇', 'Liulizhuang Town'], ['130632107', '安州镇', 'Anzhou Town'], ['130632108', '老河头镇', 'Laohetou Town'],
  ['130632200', '圈头乡', 'Quantou Township'], ['130632201', '寨里乡', 'Zhaili Township'], ['130632202', '芦庄乡', 'Luzhuang Township'],
  ['130632203', '龙化乡', 'Longhua Township'],
  ['130638100', '雄州镇', 'Xiongzhou Town'], ['130638101', '昝岗镇', 'Zangang Town'], ['130638102', '大营镇', 'Daying Town'],
  ['130638103', '龙湾镇', 'Longwan Town'], ['130638104', '朱各庄镇', 'Zhugezhuang Town'], ['130638105', '米家务镇', 'Mijiawu Town'],
  ['130638106', '鄚州镇', 'Maozhou Town'], ['130638107', '苟各庄镇', 'Gougezhuang Town'], ['130638200', '北沙口乡', 'Beishakou Township'],
  ['130638203', '双堂乡', 'Shuangtang Township'], ['130638204', '张岗乡', 'Zhanggang Township'], ['130638205', '七间房乡', 'Qijianfang Township'],
  ['130638400', '昝岗片区', 'Zangang Area'],
]
