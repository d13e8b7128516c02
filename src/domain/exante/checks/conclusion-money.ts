import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import { type Fen, findFen, formatWanYuan, sumFen } from '../../shared/money.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** EXA-106 结论金额: never more than asked; a cut is explained line by line; refused means nothing. */
export const EXA_106: RuleHeader = {
  id: 'EXA-106',
  name: '评估结论与金额一致',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('nx-2022-pilot-plan', '三、（一）安排预算的重要参考依据'),
}

const at = (field: string) => ({ section: 'conclusion', field })

export function checkConclusionMoney(content: ExanteEvaluationContent): Finding[] {
  const requested = findFen(content.requested_fen)
  const suggested = findFen(content.suggested_fen)
  if (requested === undefined || suggested === undefined) return []
  const cut = requested - suggested
  if (cut < 0n) {
    const message = `建议支持金额 ${formatWanYuan(suggested)} 万元高于申请金额 ${formatWanYuan(requested)} 万元，请核对。`
    return [found(EXA_106, message, at('suggested_fen'))]
  }
  return [...checkDecision(content, suggested, cut), ...checkLines(content, cut)]
}

function checkDecision({ decision }: ExanteEvaluationContent, suggested: Fen, cut: Fen): Finding[] {
  switch (decision) {
    case 'PARTIAL':
      return foundIf(
        cut === 0n,
        EXA_106,
        '“部分支持”应有核减金额，请核对建议支持金额或结论。',
        at('suggested_fen'),
      )
    case 'REJECT':
      return foundIf(
        suggested !== 0n,
        EXA_106,
        '“不予支持”的建议支持金额应为 0，请改正。',
        at('suggested_fen'),
      )
    case 'SUPPORT':
      return foundIf(
        cut > 0n,
        EXA_106,
        `结论为“予以支持”，但核减了 ${formatWanYuan(cut)} 万元，请改选“部分支持”或核对金额。`,
        at('decision'),
      )
    default:
      return []
  }
}

/** A refused item has no single lines to argue about. */
function checkLines({ decision, cutLines }: ExanteEvaluationContent, cut: Fen): Finding[] {
  if (decision === 'REJECT') return []
  const rows = cutLines ?? []
  const tooMuch = rows.flatMap((row, index) => {
    const of = findFen(row.requested_fen)
    const less = findFen(row.cut_fen)
    const isWrong = of !== undefined && less !== undefined && less > of
    const where = { ...at('cutLines'), row: index, column: 'cut_fen' }
    return foundIf(isWrong, EXA_106, `“${row.item ?? ''}”核减金额大于申请金额，请核对。`, where)
  })
  const sum = sumFen(rows.map((row) => findFen(row.cut_fen) ?? 0n))
  const message = `核减明细合计 ${formatWanYuan(sum)} 万元，应等于核减总额 ${formatWanYuan(cut)} 万元，请逐项写明核减内容和理由。`
  return [...tooMuch, ...foundIf(sum !== cut, EXA_106, message, at('cutLines'))]
}
