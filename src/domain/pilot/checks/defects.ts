import type { PilotAcceptanceContent } from '../../forms/contents.ts'
import { found, foundIf, isWritten } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** PIL-121 补正清单: what goes back says what is wrong, what is asked, and until when. */
export const PIL_121: RuleHeader = {
  id: 'PIL-121',
  name: '补正清单',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default'),
}

/** PIL-122 核实补正: after an answer each problem is marked corrected, or it is said why it is still open. */
export const PIL_122: RuleHeader = {
  id: 'PIL-122',
  name: '逐项核实补正情况',
  stage: 'pilot',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default'),
}

const DEFECTS = { section: 'verdict', field: 'defects' }

/** Asked when an application is sent back: at least one open problem, each with requirement and day. */
export function checkDefectList(content: PilotAcceptanceContent, today: string): Finding[] {
  const defects = content.defects ?? []
  const open = defects.filter(({ isCorrected }) => isCorrected !== true)
  return [
    ...foundIf(
      open.length === 0,
      PIL_121,
      '没有需要补正的问题，请先在“需补正的问题”逐项列出，再退回补正。',
      DEFECTS,
    ),
    ...defects.flatMap((defect, row) => {
      if (defect.isCorrected === true) return []
      const name = `第${row + 1}个问题`
      return [
        ...foundIf(!isWritten(defect.problem), PIL_121, `${name}没有写明问题，请补充。`, { ...DEFECTS, row }),
        ...foundIf(!isWritten(defect.requirement), PIL_121, `${name}没有写补正要求，请补充。`, {
          ...DEFECTS,
          row,
          column: 'requirement',
        }),
        ...foundIf(!defect.dueOn || defect.dueOn < today, PIL_121, `${name}的期限要在今天以后，请填写。`, {
          ...DEFECTS,
          row,
          column: 'dueOn',
        }),
      ]
    }),
  ]
}

/** Asked of the inspector once the place has answered: no answered problem is passed over. */
export function checkCorrections(content: PilotAcceptanceContent): Finding[] {
  const answered = new Set((content.answers ?? []).map(({ problem }) => problem))
  return (content.defects ?? []).flatMap((defect, row) => {
    if (!answered.has(defect.problem) || defect.isCorrected === true || isWritten(defect.checkNote)) return []
    const message = `第${row + 1}个问题县级已报补正情况，请核实：已补正的勾选，仍未补正的写明核实情况。`
    return [found(PIL_122, message, { ...DEFECTS, row, column: 'checkNote' })]
  })
}

export type AnswerRow = {
  readonly number: number
  readonly problem: string
  readonly requirement: string
  readonly dueOn: string
}

/**
 * The list a place answers: every open problem anew; answers to corrected ones stay as they were given.
 * @returns rows of `answers`, numbered as the problems are
 */
export function answersAsked(content: PilotAcceptanceContent): AnswerRow[] {
  return (content.defects ?? []).flatMap((defect, index) => {
    const { problem, requirement, dueOn, isCorrected } = defect
    if (!problem) return []
    const asked = { number: index + 1, problem, requirement: requirement ?? '', dueOn: dueOn ?? '' }
    if (isCorrected !== true) return [asked]
    const answer = (content.answers ?? []).find((row) => row.problem === problem)
    return answer ? [{ ...answer, ...asked }] : []
  })
}
