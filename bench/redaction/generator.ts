import { checkCharacter } from '../../src/domain/disclosure/redaction/index.ts'

/** A text with exactly one thing planted in it, and where. */
export type Planted = {
  readonly kind: string
  readonly how: string
  readonly text: string
  readonly from: number
  readonly to: number
  readonly names: readonly string[]
}

type Random = () => number
type Way = { readonly kind: string; readonly how: string; readonly make: (random: Random) => string }

/** A small generator of its own (mulberry32), so that a seed gives the same corpus everywhere. */
export function randomOf(seed: number): Random {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}

export const pick = <T>(random: Random, list: readonly T[]): T =>
  list[Math.floor(random() * list.length)] as T
const digit = (random: Random) => String(Math.floor(random() * 10))
const digits = (random: Random, count: number) => Array.from({ length: count }, () => digit(random)).join('')
const two = (value: number) => String(value).padStart(2, '0')

const full = (text: string) =>
  [...text].map((one) => (/[!-~]/.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one)).join('')
const han = (text: string, zero = '零') =>
  [...text]
    .map((one) => (/\d/.test(one) ? ([zero, ...'一二三四五六七八九'][Number(one)] as string) : one))
    .join('')
const cut = (text: string, lengths: readonly number[], sign: string) =>
  lengths
    .map((length, index) => {
      const at = lengths.slice(0, index).reduce((all, one) => all + one, 0)
      return text.slice(at, at + length)
    })
    .join(sign)
const spelled = (text: string, sign: string) => [...text].join(sign)

const REGIONS = [
  '640105',
  '640221',
  '640324',
  '640422',
  '640522',
  '110108',
  '610102',
  '320506',
  '510107',
  '440305',
]

function identity(random: Random): string {
  const year = 1938 + Math.floor(random() * 75)
  const body = `${pick(random, REGIONS)}${year}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}${digits(random, 3)}`
  return body + checkCharacter(body)
}
const oldIdentity = (random: Random) =>
  `${pick(random, REGIONS)}${two(30 + Math.floor(random() * 60))}${two(1 + Math.floor(random() * 12))}${two(1 + Math.floor(random() * 28))}${digits(random, 3)}`
const mobile = (random: Random) =>
  `${pick(random, ['130', '138', '139', '147', '150', '153', '166', '170', '177', '180', '189', '191', '199'])}${digits(random, 8)}`

function card(random: Random, length: number): string {
  const body =
    pick(random, ['622848', '621700', '622202', '436742', '955880', '621098', '603367']) +
    digits(random, length - 7)
  const sum = [...body].reverse().reduce((all, one, index) => {
    const value = Number(one) * (index % 2 === 0 ? 2 : 1)
    return all + (value > 9 ? value - 9 : value)
  }, 0)
  return body + String((10 - (sum % 10)) % 10)
}

const financial = (text: string) => [...text].map((one) => '零壹贰叁肆伍陆柒捌玖'[Number(one)]).join('')
const circled = (text: string) => [...text].map((one) => '⓪①②③④⑤⑥⑦⑧⑨'[Number(one)]).join('')

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZ'
const letter = (random: Random) => pick(random, [...LETTERS])
const plate = (random: Random, sign: string) =>
  `${pick(random, [...'宁京陕甘蒙鲁粤川'])}${pick(random, [...'ABCDE'])}${sign}${pick(random, [digits(random, 5), letter(random) + digits(random, 4), digits(random, 3) + letter(random) + digit(random), letter(random) + digit(random) + letter(random) + digits(random, 2)])}`
const greenPlate = (random: Random) =>
  pick(random, [
    `宁A${pick(random, ['D', 'F'])}${digits(random, 5)}`,
    `宁E${pick(random, ['D', 'F'])}${letter(random)}${digits(random, 4)}`,
    `宁B${digits(random, 5)}${pick(random, ['D', 'F'])}`,
  ])
const user = (random: Random) =>
  pick(random, ['mahong', 'wang.jianguo', 'czj_jxk', 'lixiaojun88', 'nx-caizheng', 'zhang.wei2023', 'hy2022'])
const host = (random: Random) =>
  pick(random, ['163.com', 'qq.com', 'nx.gov.cn', '126.com', 'hy.gov.cn', 'sina.com.cn', 'example.org'])
const road = (random: Random) =>
  pick(random, ['文化街', '政府东街', '民生路', '解放西街', '中山南路', '育才巷', '富民大道', '北京路'])
const count = (random: Random, most: number) => 1 + Math.floor(random() * most)
const SURNAMES = [...'马王李张杨刘田周吴哈纳赵陈丁穆']
const name = (random: Random) =>
  pick(random, SURNAMES) +
  pick(random, ['建国', '秀兰', '晓燕', '志强', '伟', '玉梅', '学军', '芳', '海龙', '彦虎'])

/** Ways in which each kind is written in reports, notices and tables. */
const WAYS: readonly Way[] = [
  { kind: 'identity', how: '连写', make: identity },
  { kind: 'identity', how: '全角', make: (r) => full(identity(r)) },
  { kind: 'identity', how: '6-8-4 空格', make: (r) => cut(identity(r), [6, 8, 4], ' ') },
  { kind: 'identity', how: '6-4-4-4 短横', make: (r) => cut(identity(r), [6, 4, 4, 4], '-') },
  { kind: 'identity', how: '逐字空格', make: (r) => spelled(identity(r), ' ') },
  { kind: 'identity', how: '小写 x', make: (r) => identity(r).toLowerCase() },
  { kind: 'identity', how: '15 位', make: oldIdentity },
  { kind: 'identity', how: '夹零宽字符', make: (r) => cut(identity(r), [6, 8, 4], '\u200b') },
  { kind: 'identity', how: '表格换行', make: (r) => cut(identity(r), [14, 4], '\n') },
  { kind: 'mobile', how: '连写', make: mobile },
  { kind: 'mobile', how: '3-4-4 空格', make: (r) => cut(mobile(r), [3, 4, 4], ' ') },
  { kind: 'mobile', how: '3-4-4 短横', make: (r) => cut(mobile(r), [3, 4, 4], '-') },
  { kind: 'mobile', how: '+86', make: (r) => `+86 ${mobile(r)}` },
  { kind: 'mobile', how: '全角', make: (r) => full(mobile(r)) },
  { kind: 'mobile', how: '汉字', make: (r) => han(mobile(r)) },
  { kind: 'mobile', how: '汉字幺', make: (r) => han(mobile(r)).replaceAll('一', '幺') },
  { kind: 'mobile', how: '汉字〇', make: (r) => han(mobile(r), '〇') },
  { kind: 'mobile', how: '点分', make: (r) => cut(mobile(r), [3, 4, 4], '.') },
  { kind: 'landline', how: '区号短横', make: (r) => `0951-${pick(r, ['5', '6', '8'])}${digits(r, 6)}` },
  { kind: 'landline', how: '区号括号', make: (r) => `(0955)${pick(r, ['4', '7'])}${digits(r, 6)}` },
  { kind: 'landline', how: '全角括号', make: (r) => full(`(0951)${pick(r, ['5', '6'])}${digits(r, 6)}`) },
  { kind: 'landline', how: '区号连写', make: (r) => `0953${pick(r, ['3', '6'])}${digits(r, 6)}` },
  {
    kind: 'landline',
    how: '区号空格',
    make: (r) => `010 ${pick(r, ['6', '8'])}${digits(r, 3)} ${digits(r, 4)}`,
  },
  {
    kind: 'landline',
    how: '标签加本地号',
    make: (r) => `联系电话：${pick(r, ['4', '5', '7'])}${digits(r, 6)}`,
  },
  { kind: 'bankAccount', how: '连写', make: (r) => card(r, 19) },
  { kind: 'bankAccount', how: '16 位四位一组', make: (r) => cut(card(r, 16), [4, 4, 4, 4], ' ') },
  { kind: 'bankAccount', how: '19 位四位一组', make: (r) => cut(card(r, 19), [4, 4, 4, 4, 3], ' ') },
  { kind: 'bankAccount', how: '全角', make: (r) => full(card(r, 19)) },
  {
    kind: 'bankAccount',
    how: '对公账号带标签',
    make: (r) => `账号：${pick(r, ['64', '29', '10'])}${digits(r, 13 + count(r, 6))}`,
  },
  { kind: 'bankAccount', how: '一卡通带标签', make: (r) => `一卡通账号为${card(r, 19)}` },
  { kind: 'plate', how: '连写', make: (r) => plate(r, '') },
  { kind: 'plate', how: '中点', make: (r) => plate(r, '·') },
  { kind: 'plate', how: '空格', make: (r) => plate(r, ' ') },
  { kind: 'plate', how: '全角', make: (r) => full(plate(r, '')) },
  { kind: 'plate', how: '新能源', make: greenPlate },
  { kind: 'plate', how: '警用', make: (r) => `宁${pick(r, ['A', 'E'])}${digits(r, 4)}警` },
  { kind: 'passport', how: '普通护照', make: (r) => `${pick(r, ['E', 'G'])}${digits(r, 8)}` },
  { kind: 'passport', how: 'E 加字母', make: (r) => `E${letter(r)}${digits(r, 7)}` },
  {
    kind: 'passport',
    how: '通行证',
    make: (r) => `往来港澳通行证号码：${pick(r, ['C', 'H'])}${digits(r, 8)}`,
  },
  { kind: 'email', how: '通常', make: (r) => `${user(r)}@${host(r)}` },
  { kind: 'email', how: '全角', make: (r) => full(`${user(r)}@${host(r)}`) },
  { kind: 'email', how: '写作 (at)', make: (r) => `${user(r)}(at)${host(r)}` },
  { kind: 'email', how: '带空格', make: (r) => `${user(r)} @ ${host(r)}` },
  { kind: 'address', how: '路号', make: (r) => `${road(r)}${count(r, 400)}号` },
  {
    kind: 'address',
    how: '楼单元室',
    make: (r) => `阳光小区${count(r, 30)}号楼${count(r, 6)}单元${count(r, 20)}0${count(r, 4)}室`,
  },
  { kind: 'address', how: '栋室', make: (r) => `家园${count(r, 30)}栋${count(r, 20)}0${count(r, 4)}室` },
  {
    kind: 'address',
    how: '村组号',
    make: (r) => `${pick(r, ['李俊', '史店', '关桥', '三河'])}村${count(r, 9)}组${count(r, 120)}号`,
  },
  {
    kind: 'address',
    how: '汉字数',
    make: (r) =>
      `${han(String(count(r, 9)))}号楼${han(String(count(r, 6)))}单元${han(String(101 + count(r, 800)))}室`,
  },
  {
    kind: 'secret',
    how: '密级加星',
    make: (r) => `${pick(r, ['绝密', '机密', '秘密'])}★${pick(r, ['1年', '10年', '长期', '启用前'])}`,
  },
  { kind: 'secret', how: '密级标签', make: (r) => `密级：${pick(r, ['机密', '秘密', '绝密', '内部'])}` },
  { kind: 'secret', how: '加空格', make: (r) => `${pick(r, ['绝　密', '机　密'])}` },
  { kind: 'secret', how: '括号', make: (r) => `【${pick(r, ['秘密', '机密', '内部资料'])}】` },
  {
    kind: 'secret',
    how: '涉密词语',
    make: (r) => pick(r, ['军事设施', '国防动员', '涉密会议', '不得外传', '武警部队']),
  },
  { kind: 'name', how: '档案中的姓名', make: name },
  { kind: 'name', how: '姓名中有空格', make: (r) => name(r).replace(/^(.)/, '$1　') },
  {
    kind: 'name',
    how: '标签后',
    make: (r) => `${pick(r, ['联系人', '姓名', '户主', '受益人'])}：${name(r)}`,
  },
]

/** Ways thought of after the detectors were done: what they find of these says more than the figures above. */
const LATER_WAYS: readonly Way[] = [
  { kind: 'identity', how: '长破折号分组', make: (r) => cut(identity(r), [6, 8, 4], '—') },
  { kind: 'identity', how: '汉字', make: (r) => han(identity(r)) },
  { kind: 'identity', how: '斜线分组', make: (r) => cut(identity(r), [6, 8, 4], '/') },
  { kind: 'mobile', how: '大写汉字', make: (r) => financial(mobile(r)) },
  { kind: 'mobile', how: '斜线分组', make: (r) => cut(mobile(r), [3, 4, 4], '/') },
  { kind: 'mobile', how: '86- 前缀', make: (r) => `86-${mobile(r)}` },
  { kind: 'mobile', how: '字母 O 代零', make: (r) => mobile(r).replaceAll('0', 'O') },
  { kind: 'mobile', how: '圈码数字', make: (r) => circled(mobile(r)) },
  { kind: 'mobile', how: '中间星号但末尾齐全', make: (r) => cut(mobile(r), [3, 4, 4], ' - ') },
  { kind: 'bankAccount', how: '短横分组', make: (r) => cut(card(r, 16), [4, 4, 4, 4], '-') },
  { kind: 'plate', how: '小写字母', make: (r) => plate(r, '').toLowerCase() },
  { kind: 'plate', how: '全角点', make: (r) => plate(r, '．') },
  { kind: 'email', how: '句号代点', make: (r) => `${user(r)}@${host(r)}`.replace(/\.(?=[a-z]+$)/, '。') },
  {
    kind: 'address',
    how: '短横门牌',
    make: (r) => `阳光小区${count(r, 30)}-${count(r, 6)}-${count(r, 20)}0${count(r, 4)}`,
  },
  { kind: 'secret', how: '密级后括号期限', make: () => '机密（10年）' },
]

/** Sentences in which such things stand; `#` is where it is planted. */
const FRAMES = [
  '经核查，#的补助资金已于当月发放到位，无截留挪用。',
  '评价组随机抽取农户走访，其中#反映工程质量较好。',
  '（#）对项目实施情况表示满意。',
  '附件中载明#，与台账一致。',
  '#',
  '主要问题：2.资料不全，如#等未附凭证；3.进度滞后。',
  '现场核查记录：#；核查日期2023年9月15日。',
  '序号 12 #\t已拨付 3000.00 元',
]

/** @returns `count` texts, every way about equally often, each planted into a sentence among clean ones */
export function plant(seed: number, count_: number, clean: readonly string[], isLater = false): Planted[] {
  const ways = isLater ? LATER_WAYS : WAYS
  const random = randomOf(seed)
  return Array.from({ length: count_ }, (_none, index) => {
    const way = ways[(index + seed * 7) % ways.length] as Way
    const thing = way.make(random)
    const before = `${pick(random, clean)}${pick(random, ['\n', '。', '；'])}${pick(random, FRAMES)}`
    const [head = '', tail = ''] = splitAtLast(before)
    const text = `${head}${thing}${tail}${pick(random, ['\n', '。', '，'])}${pick(random, clean)}`
    const bare = way.kind === 'name' && way.how !== '标签后' ? [thing.replaceAll('　', '')] : []
    return {
      kind: way.kind,
      how: way.how,
      text,
      from: head.length,
      to: head.length + thing.length,
      names: bare,
    }
  })
}

function splitAtLast(text: string): [string, string] {
  const at = text.lastIndexOf('#')
  return [text.slice(0, at), text.slice(at + 1)]
}
