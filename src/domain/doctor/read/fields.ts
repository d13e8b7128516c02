/** Where in government a thing belongs; fields of one family may share a project, others hardly do. */
export type Field = {
  readonly name: string
  readonly family: '工程' | '民生' | '产业' | '政务'
  readonly words: RegExp
  /** Built along with anything: roads, lamps, trees. Counted in another project it proves nothing. */
  readonly isAccessory?: boolean
}

/** Things even a layman keeps apart. A word stands here only if it can mean nothing else. */
const FIELDS: readonly Field[] = [
  {
    name: '道路',
    family: '工程',
    words: /道路|公路|路面|路基|村道|巷道|路.{0,16}工程|路$|护栏/,
    isAccessory: true,
  },
  { name: '桥', family: '工程', words: /天桥|桥梁|大桥|桥面/, isAccessory: true },
  { name: '厕所', family: '工程', words: /厕所|公厕|改厕/, isAccessory: true },
  { name: '路灯', family: '工程', words: /路灯/, isAccessory: true },
  { name: '公园广场', family: '工程', words: /公园|广场/, isAccessory: true },
  { name: '绿化', family: '工程', words: /绿化|造林|防火隔离带|护林|森林|苗木/, isAccessory: true },
  { name: '垃圾', family: '工程', words: /垃圾|保洁|环卫/, isAccessory: true },
  { name: '污水管网', family: '工程', words: /污水|雨污|管网|化学需氧量|断面水质/, isAccessory: true },
  { name: '饮水', family: '工程', words: /饮水|机井|供水/, isAccessory: true },
  { name: '灌渠', family: '工程', words: /渠道|灌渠|渠系|灌溉|泵站/, isAccessory: true },
  { name: '水库', family: '工程', words: /水库|大坝|堤防|河道治理/ },
  { name: '防汛', family: '工程', words: /防汛|山洪|雨量站|沙袋|抗旱/ },
  { name: '房屋', family: '工程', words: /危房|安置房|棚户|保障房|廉租房/ },
  { name: '冷库', family: '工程', words: /冷库/ },
  { name: '大棚', family: '工程', words: /大棚|温室/ },
  { name: '农田', family: '工程', words: /高标准农田|基本农田|耕地质量|土地整治/ },
  { name: '学校', family: '民生', words: /校舍|教学楼|学校|学生|教师|幼儿园|义务教育|营养餐|营养膳食/ },
  {
    name: '卫生',
    family: '民生',
    words: /医院|卫生院|门诊|疫苗|孕产妇|高血压|糖尿病|健康档案|传染病|公共卫生|家庭医生/,
  },
  { name: '养老', family: '民生', words: /养老|老年食堂|适老化|敬老院/ },
  { name: '救助', family: '民生', words: /临时救助|低保|特困|孤儿|流浪乞讨/ },
  { name: '残疾人', family: '民生', words: /残疾人|残联|无障碍改造/ },
  { name: '优抚', family: '民生', words: /优抚|退役军人|烈士/ },
  { name: '技能培训', family: '民生', words: /职业技能|技能培训|招聘会|公益性岗位/ },
  { name: '文化', family: '民生', words: /图书馆|藏书|演出|送戏|文化馆|非物质文化|文物|农家书屋/ },
  { name: '体育', family: '民生', words: /健身器材|全民健身|体育赛事/ },
  { name: '科技', family: '产业', words: /高新技术企业|发明专利|科技计划|科技创新|研发投入/ },
  { name: '养殖', family: '产业', words: /畜禽|养殖|生猪|疫病|屠宰|渔船|鱼苗/ },
  { name: '旅游', family: '产业', words: /旅游|景区|民宿/ },
  { name: '信息系统', family: '政务', words: /信息系统|机房|服务器|网络安全|等保测评|政务云/ },
  { name: '市场监管', family: '政务', words: /食品抽检|监督抽检|特种设备|药品监管/ },
  { name: '普查', family: '政务', words: /普查|统计调查/ },
  { name: '司法', family: '政务', words: /法律援助|社区矫正|人民调解|普法/ },
]

/** The fields whose things a text names. */
export function fieldsIn(text: string | null): Field[] {
  return FIELDS.filter(({ words }) => words.test(text ?? ''))
}
