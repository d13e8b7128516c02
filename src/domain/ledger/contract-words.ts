import type { ContractLabels } from './contract.ts'
import type { Difference } from './differences.ts'
import { LEAF_TYPES, type LeafType } from './leaf-type.ts'
import type { SealedObject, SealedValue } from './sealed-value.ts'

/** Chinese names of the parts of a contract record that no form names. */
const PLACES: Readonly<Record<string, string>> = {
  type: '类别',
  year: '年度',
  contract: '所属契约',
  document: '文号',
  sealedAt: '时间',
  'jurisdiction/code': '行政区划代码',
  'record/kind': '事项',
  'record/id': '事项编号',
  'record/title': '事项名称',
  'record/version': '定稿版本',
  'record/subject': '所依据的事项',
  'project/code': '项目代码',
  'project/name': '项目名称',
  'project/unit/id': '实施单位编号',
  'project/unit/code': '实施单位代码',
  'project/unit/name': '实施单位',
  'project/department/id': '主管部门编号',
  'project/department/code': '主管部门代码',
  'project/department/name': '主管部门',
  'project/isNew': '是否新增项目',
  'project/isMajor': '是否重大项目',
  'project/isPilot': '是否试点项目',
  'project/isClassified': '是否涉密项目',
  chain: '办理经过',
  'chain/order': '序号',
  'chain/action': '办理事项',
  'chain/role': '岗位',
  'chain/organisation': '机构',
  'chain/person': '办理人',
  'chain/opinion': '意见',
  'chain/document': '文号',
  'chain/at': '时间',
  attachments: '附件',
  'attachments/name': '文件名',
  'attachments/size': '大小',
  'attachments/sha256': 'SHA-256 摘要',
  'attachments/sm3': 'SM3 摘要',
  'attachments/places': '证明的栏目',
}

/** Chinese names of the tables behind it. */
export const TABLE_TITLES: Readonly<Record<string, string>> = {
  record: '办理事项',
  project: '项目',
  act: '办理经过',
  frozen: '定稿版本',
  indicator: '绩效指标',
  observation: '指标完成情况',
  execution: '预算执行情况',
  score: '评分',
  document_number: '发文字号',
  attachment: '附件',
  evidence: '佐证',
}

export function leafTitle(type: string): string {
  return LEAF_TYPES[type as LeafType] ?? type
}

/** Where a difference is, in the words of the form: 绩效指标“建成示范基地”的指标值. */
export function placeInWords(contract: SealedObject, path: readonly string[]): string {
  if (path[0] === 'stored') return storedInWords(path)
  const labels = contract['labels'] as unknown as ContractLabels | undefined
  const nameOf = (depth: number) => {
    const place = path
      .slice(0, depth)
      .filter((name) => !name.startsWith('#'))
      .join('/')
    return labels?.fields[place] ?? PLACES[place]
  }
  const words: string[] = []
  for (let depth = 1; depth <= path.length; depth += 1) {
    const name = path[depth - 1] as string
    if (name.startsWith('#')) words.push(`“${rowTitle(contract, path.slice(0, depth))}”`)
    else {
      const label = nameOf(depth)
      if (label) words.push(words.length > 0 ? `的${label}` : label)
      else if (depth === path.length) words.push(words.length > 0 ? `的${name}` : name)
    }
  }
  return words.join('')
}

/** `stored/#record 01…/due_on` → 办理事项表 01… 的 due_on 列 */
function storedInWords(path: readonly string[]): string {
  const [table = '', ...key] = (path[1] ?? '').replace(/^#/, '').split(' ')
  const row = `${TABLE_TITLES[table] ?? ''}表(${table})${key.join(' ')}`
  return path[2] ? `${row} 的 ${path[2]} 列` : `${row} 整行`
}

/** What a row is called: its name, else its number. */
function rowTitle(contract: SealedObject, path: readonly string[]): string {
  const key = (path.at(-1) ?? '').slice(1)
  const row = rowAt(contract, path, key)
  const name = row?.['name'] ?? row?.['point'] ?? row?.['item']
  return typeof name === 'string' ? name : `第${String(row?.['order'] ?? key)}行`
}

function rowAt(contract: SealedObject, path: readonly string[], key: string): SealedObject | undefined {
  let at: SealedValue | undefined = contract
  for (const name of path.slice(0, -1)) at = (at as SealedObject | undefined)?.[name]
  if (!Array.isArray(at)) return undefined
  return at.find((one: SealedObject) => String(one['id'] ?? one['order']) === key)
}

/** One difference as a sentence that names place and both values. */
export function differenceInWords(contract: SealedObject, { path, sealed, stored }: Difference): string {
  const place = placeInWords(contract, path)
  if (stored === undefined) return `${place}：契约账为“${sealed}”，业务数据中没有`
  if (sealed === undefined) return `${place}：契约账中没有，业务数据为“${stored}”`
  return `${place}：契约账为“${sealed}”，业务数据为“${stored}”`
}
