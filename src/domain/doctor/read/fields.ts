/**
 * What a project is about. `alongside` is built along with any works (a school has a road, an old people's
 * home has trees); `service` builds nothing, so a road is no part of it.
 */
export type Field = {
  readonly name: string
  readonly kind: 'alongside' | 'works' | 'service'
  readonly words: RegExp
}

/** Things even a layman keeps apart. A word stands here only if it can mean nothing else. */
const FIELDS: readonly Field[] = [
  { name: '道路', kind: 'alongside', words: /道路|公路|路面|路基|村道|巷道|路.{0,16}工程|路$|护栏/ },
  { name: '桥', kind: 'alongside', words: /天桥|桥梁|大桥|桥面/ },
  { name: '厕所', kind: 'alongside', words: /厕所|公厕|改厕/ },
  { name: '路灯', kind: 'alongside', words: /路灯/ },
  { name: '公园广场', kind: 'alongside', words: /公园|广场/ },
  { name: '绿化', kind: 'alongside', words: /绿化|造林|防火隔离带|护林|森林|苗木/ },
  { name: '垃圾', kind: 'alongside', words: /垃圾|保洁|环卫/ },
  { name: '污水管网', kind: 'alongside', words: /污水|雨污|管网|化学需氧量|断面水质/ },
  { name: '饮水', kind: 'alongside', words: /饮水|机井|供水/ },
  { name: '灌渠', kind: 'alongside', words: /渠道|灌渠|渠系|灌溉|泵站/ },
  { name: '冷库', kind: 'alongside', words: /冷库/ },
  { name: '水库', kind: 'works', words: /水库|大坝|堤防|河道治理/ },
  { name: '防汛', kind: 'works', words: /防汛|山洪|雨量站|沙袋|抗旱/ },
  { name: '房屋', kind: 'works', words: /危房|安置房|棚户|保障房|廉租房/ },
  { name: '农田', kind: 'works', words: /高标准农田|基本农田|耕地质量|土地整治/ },
  { name: '学校', kind: 'works', words: /校舍|教学楼|学校|学生|教师|幼儿园|义务教育|营养餐|营养膳食/ },
  {
    name: '卫生',
    kind: 'works',
    words: /医院|卫生院|门诊|疫苗|孕产妇|高血压|糖尿病|健康档案|传染病|公共卫生|家庭医生/,
  },
  { name: '养老', kind: 'works', words: /养老|老年食堂|适老化|敬老院/ },
  {
    name: '文化',
    kind: 'works',
    words: /公共文化|群众文化|文化惠民|图书馆|藏书|文化馆|文物|农家书屋|演出|送戏|非物质文化/,
  },
  { name: '养殖', kind: 'works', words: /畜禽|养殖|生猪|疫病|屠宰|渔船|鱼苗/ },
  { name: '旅游', kind: 'works', words: /旅游|景区|民宿/ },
  { name: '救助', kind: 'service', words: /临时救助|低保|特困|孤儿|流浪乞讨/ },
  { name: '残疾人', kind: 'service', words: /残疾人|残联|无障碍改造/ },
  { name: '优抚', kind: 'service', words: /优抚|退役军人|烈士/ },
  { name: '技能培训', kind: 'service', words: /职业技能|技能培训|招聘会|公益性岗位/ },
  { name: '体育', kind: 'service', words: /健身器材|全民健身|体育赛事/ },
  { name: '科技', kind: 'service', words: /高新技术企业|发明专利|科技计划|科技创新|研发投入/ },
  { name: '信息系统', kind: 'service', words: /信息系统|机房|服务器|网络安全|等保测评|政务云/ },
  { name: '市场监管', kind: 'service', words: /食品抽检|监督抽检|特种设备|药品监管/ },
  { name: '普查', kind: 'service', words: /普查|统计调查/ },
  { name: '司法', kind: 'service', words: /法律援助|社区矫正|人民调解|普法/ },
]

/** The fields whose things a text names. */
export function fieldsIn(text: string | null): Field[] {
  return FIELDS.filter(({ words }) => words.test(text ?? ''))
}
