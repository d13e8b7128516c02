/** What must not stand in anything that is published. */
export const CONCEALED_KINDS = {
  identity: '身份证件号码',
  mobile: '手机号码',
  landline: '固定电话号码',
  bankAccount: '银行账号',
  plate: '车牌号',
  passport: '护照或通行证号码',
  email: '电子邮箱',
  address: '具体门牌住址',
  secret: '密级标志或涉密词语',
  name: '个人姓名',
} as const

export type ConcealedKind = keyof typeof CONCEALED_KINDS

/** One place in a text: characters counted from 0, `to` not included. */
export type Concealed = {
  readonly kind: ConcealedKind
  readonly from: number
  readonly to: number
  /** As it stands in the text. */
  readonly text: string
}

/** What a scan knows beside the text. */
export type ScanKnowledge = {
  /** Names that stand in personal fields or among the acts: they are found wherever they appear. */
  readonly names: readonly string[]
  /** Words that point to secrets; a dated parameter. */
  readonly secretWords: readonly string[]
}
