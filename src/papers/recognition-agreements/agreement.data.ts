/** The closed sets of mutual recognition (plan 四(四)1, domain.md 5). */
export const sourceRegions = ['110000', '120000', '130000'] as const
export type SourceRegion = (typeof sourceRegions)[number]

/** `joint-exam`: one exam whose result gives a paper in each place (一试多证); `recognise`: one paper that the other place accepts. */
export const agreementKinds = ['recognise', 'joint-exam'] as const
export type AgreementKind = (typeof agreementKinds)[number]

export const recognitionObjects = ['certificate', 'assessment-body', 'institution'] as const
export type RecognitionObject = (typeof recognitionObjects)[number]

export const sourceFamilies = ['level-certificate', 'qualification', 'single-ability', 'training-completion'] as const
export type SourceFamily = (typeof sourceFamilies)[number]
/** As printed on statements and typed in files; papers are Chinese first. */
export const familyNames: Readonly<Record<SourceFamily, string>> = {
  'level-certificate': '职业技能等级证书',
  qualification: '职业资格证书',
  'single-ability': '专项职业能力证书',
  'training-completion': '培训合格证书',
}

/** Each is granted or not by itself; `subsidy` normally is not, because it follows the place that paid for the assessment. */
export const recognitionEffects = [
  'post',
  'next-level',
  'competition',
  'credits',
  'talent-statistics',
  'subsidy',
] as const
export type RecognitionEffect = (typeof recognitionEffects)[number]

/** Editions of the national classification that stand on papers still in use. */
export const editions = ['2022', '2015', '1999'] as const
