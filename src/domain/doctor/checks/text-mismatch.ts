import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'
import { nameRow, report, reportRow } from '../finding.ts'
import { otherFields } from '../mismatch/other-field.ts'
import { otherPlaces } from '../mismatch/other-place.ts'
import { otherProjects } from '../mismatch/other-project.ts'
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
  const programmes = study.rows.flatMap((row) => {
    const words = otherProgramme(row)
    return words ? [reportRow(CHK_TEXT_MISMATCH, row, words.field, `${nameRow(row)}${words.message}`)] : []
  })
  const seen = new Set(programmes.map(({ where }) => placeOf(where)))
  const others = [...otherPlaces(study), ...otherFields(study), ...otherProjects(study)].filter(
    ({ where }) => {
      const isNew = !seen.has(placeOf(where))
      seen.add(placeOf(where))
      return isNew
    },
  )
  return [...programmes, ...others.map(({ where, message }) => report(CHK_TEXT_MISMATCH, where, message))]
}

/** One cell or sentence is blamed once. */
function placeOf({ row, field }: ReportFinding['where']): string {
  return row === undefined ? `${field}` : `row ${row}`
}

type Fault = { readonly field: 'target_text' | 'deviation_reason'; readonly message: string }

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
