import type { ExanteEvaluationContent } from '../../forms/contents.ts'
import { found, foundIf } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

export const EXA_111: RuleHeader = {
  id: 'EXA-111',
  name: '评估专家与抽取结果一致',
  stage: 'exante',
  kind: 'gate',
  severity: 'error',
  source: cite('jiheng-default', '专家和机构的随机抽取'),
  parameters: ['exante.expert_selection'],
}

const WHERE = { section: 'experts', field: 'experts' }

/**
 * EXA-111: once a draw is under way the panel is what it draws, nobody more and nobody less; where the
 * place demands a draw, there is no panel without one.
 * @param draw the state of the draw and whom it has drawn; nothing when there is none
 */
export function checkPanelDrawn(
  { experts }: ExanteEvaluationContent,
  draw: { readonly state: string; readonly people: readonly string[] } | undefined,
  selection: { readonly isDrawRequired: boolean },
): Finding[] {
  if (!draw) {
    const message = '本地区要求随机抽取评估专家，请先办理“评估专家抽取”。'
    return foundIf(selection.isDrawRequired, EXA_111, message, WHERE)
  }
  if (draw.state !== 'drawn') {
    return [found(EXA_111, '专家抽取还没有完成，请在公开数值公布后抽取，再组织评分。', WHERE)]
  }
  const named = new Set((experts ?? []).flatMap(({ person }) => (person ? [person] : [])))
  const isSame = named.size === draw.people.length && draw.people.every((person) => named.has(person))
  return foundIf(
    !isSame,
    EXA_111,
    '专家名单与抽取结果不一致，请恢复为抽中的专家；确需更换的，在“评估专家抽取”中办理更换。',
    WHERE,
  )
}
