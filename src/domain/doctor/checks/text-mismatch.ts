import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, report, reportRow } from '../finding.ts'
import type { ReportFinding } from '../report.ts'
import type { StudiedRow, Study } from '../study.ts'

/** CHK-TEXT-MISMATCH 张冠李戴: words of another project, programme or town. */
export const CHK_TEXT_MISMATCH: RuleHeader = {
  id: 'CHK-TEXT-MISMATCH',
  name: '文字像是别的项目的',
  stage: 'doctor',
  kind: 'check',
  severity: 'warning',
  source: cite('jiheng-default', '表内文字应与本项目一致'),
}

export function checkTextMismatch(study: Study): ReportFinding[] {
  const known = knownWorks(study)
  return [
    ...study.rows.flatMap((row) => {
      const words = otherProgramme(row) ?? otherWorks(row, known)
      return words ? [reportRow(CHK_TEXT_MISMATCH, row, words.field, `${nameRow(row)}${words.message}`)] : []
    }),
    ...otherTown(study),
  ]
}

type Fault = { readonly field: 'name' | 'target_text' | 'deviation_reason'; readonly message: string }

/** Programmes of aid that have standards of their own. */
const PROGRAMMES = [
  '临时救助',
  '低保',
  '特困',
  '孤儿',
  '优抚',
  '高龄',
  '残疾',
  '医疗救助',
  '流浪乞讨',
  '五保',
  '危房',
  '独生子女',
]

function programmesIn(text: string | null): string[] {
  return PROGRAMMES.filter((word) => text?.includes(word))
}

/** 低保 measured by 临时救助标准: the row speaks of one programme, its value of another one only. */
function otherProgramme({ row }: StudiedRow): Fault | undefined {
  const own = programmesIn(row.name)
  if (own.length === 0) return undefined
  for (const [field, text] of [
    ['target_text', row.target],
    ['deviation_reason', row.reason],
  ] as const) {
    const named = /标准|依据|政策|按/.test(text ?? '') ? programmesIn(text) : []
    if (named.length === 0 || named.some((word) => own.includes(word))) continue
    return {
      field,
      message: `说的是${own[0]}，依据却写“${named[0]}”，不是同一项政策。请改为本项目适用的标准。`,
    }
  }
  return undefined
}

/** Works that are different things even to a layman. */
const WORKS: readonly (readonly [string, RegExp])[] = [
  ['道路', /道路|公路|路面|村道|巷道|路.{0,16}工程|路$/],
  ['桥', /天桥|桥梁|大桥|桥面/],
  ['厕所', /厕所|公厕|改厕/],
  ['学校', /校舍|教学楼|学校/],
  ['医院', /医院|卫生院|门诊楼/],
  ['水库', /水库|大坝|堤防/],
  ['渠道', /渠道|灌渠|渠系/],
  ['污水管网', /污水|雨污|管网/],
  ['垃圾', /垃圾/],
  ['绿化', /绿化|造林/],
  ['房屋', /危房|安置房|住房/],
  ['路灯', /路灯/],
  ['公园广场', /公园|广场/],
  ['饮水', /饮水|机井/],
  ['冷库', /冷库/],
  ['大棚', /大棚|温室/],
]

function worksIn(text: string | null): string[] {
  return WORKS.filter(([, words]) => words.test(text ?? '')).map(([name]) => name)
}

type KnownWorks = { readonly project: readonly string[]; readonly counted: readonly string[] }

/** What the project builds by its name and goal, and what its quantities count. */
function knownWorks({ table, rows }: Study): KnownWorks {
  const project = worksIn(`${table.projectName ?? ''} ${table.annualGoal ?? ''}`)
  if (project.length === 0) return { project, counted: [] }
  return {
    project,
    counted: rows.flatMap(({ level2, row }) => (level2 === 'quantity' ? worksIn(row.name) : [])),
  }
}

/**
 * 确保天桥质量 in a road project: quality or time of a thing that neither the project nor any quantity
 * of it knows.
 */
function otherWorks(row: StudiedRow, { project, counted }: KnownWorks): Fault | undefined {
  if (project.length === 0 || (row.level2 !== 'quality' && row.level2 !== 'timeliness')) return undefined
  const here = worksIn(row.row.name)
  if (here.length === 0 || here.some((name) => project.includes(name) || counted.includes(name)))
    return undefined
  const message = `说的是${here[0]}，本项目是${project[0]}项目，像是抄用了别的项目的文字。请改为本项目的内容。`
  return { field: 'name', message }
}

/** Another town's name where a single town is the unit: its text was taken over. */
function otherTown({ table }: Study): ReportFinding[] {
  if (!/[镇乡]/.test(table.unit ?? '')) return []
  const own = `${table.unit ?? ''}${table.department ?? ''}${table.title ?? ''}${table.projectName ?? ''}`
  const ownTowns = [...own.matchAll(TOWN)].map((match) => match[1])
  if (ownTowns.length === 0) return []
  for (const [field, title, text] of [
    ['annual_goal', '年度总体目标', table.annualGoal],
    ['conclusions', '结论', table.conclusions],
  ] as const) {
    const other = [...(text ?? '').matchAll(TOWN)]
      .map((match) => match[1] ?? '')
      .find((town) => !own.includes(town))
    if (other === undefined) continue
    const message = `${title}里出现“${other}”，本表单位是“${table.unit?.trim()}”，像是抄用了别处的文字。请核对地名。`
    return [report(CHK_TEXT_MISMATCH, { field }, message)]
  }
  return []
}

/** A town's name stands after a county, a sign or at the start; 乡镇, 城镇, 集镇 are no names. */
const TOWN =
  /(?:^|[县区市，。；、：“（(\s])((?!全|各|本|我|该|乡|城|集|村|下|返)[\u4e00-\u9fff]{1,3}(?:镇|乡))(?![镇村])/g
