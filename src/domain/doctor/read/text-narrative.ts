import type { DoctorIndicator } from '../table.ts'
import { cutAtLevels } from './text-levels.ts'

/** A value at the end of a clause: sign and figure, `>=17600株`, `不低于3.5米`, `≤28.40/株`. */
const CLAUSE =
  /^(.*?[\u4e00-\u9fff)）”*%])\s*((?:>=|<=|[≥≤≧≦=═]|不低于|不少于|不超过|达到?)\s*\d[\d.,]*[^,，]{0,12})$/

const CLAUSE_MAX = 200

/**
 * Reads indicators out of sentences (`数量指标:种植数量(≥**株)>=17600株;成活率>=85;…`): only clauses
 * under a level word, and only values with a sign; other figures in sentences may mean anything.
 */
export function readNarrative(text: string): DoctorIndicator[] {
  const rows: DoctorIndicator[] = []
  for (const { level1, level2, text: part } of cutAtLevels(text)) {
    if (level2 === null || !/^[:：,，]/.test(part)) continue
    const sentences = part.slice(1).split(/[;；。]/)
    for (const clause of clausesOf(sentences)) {
      const [, name = '', target = ''] = clause.length <= CLAUSE_MAX ? (CLAUSE.exec(clause) ?? []) : []
      if (name === '' && !isQualitative(clause)) continue
      rows.push({
        place: `指标/${rows.length}`,
        level1,
        level2,
        name: name === '' ? clause : name,
        target,
        actual: null,
        weight: null,
        score: null,
        reason: null,
      })
    }
  }
  return rows
}

/** Up to the end of the level's own sentences: a heading like 二、 ends them. */
function clausesOf(sentences: readonly string[]): string[] {
  const clauses: string[] = []
  for (const sentence of sentences) {
    const plain = sentence.trim()
    if (plain === '' || /^[(（]?[一二三四五六七八九十\d]+[)）、.]/.test(plain)) break
    // Values inside a sentence end at a comma; words before the last comma of a clause are its heading.
    let open = ''
    for (const piece of plain.split(/[,，]/)) {
      if (piece.length <= CLAUSE_MAX && CLAUSE.test(piece.trim())) {
        clauses.push(piece.trim())
        open = ''
      } else open = open === '' ? piece.trim() : `${open},${piece.trim()}`
    }
    if (open !== '') clauses.push(open)
  }
  return clauses
}

/** 生态修复功能提高: a short phrase without figures is a qualitative indicator without a target. */
function isQualitative(clause: string): boolean {
  return clause.length >= 3 && clause.length <= 24 && !/[\d,，:：]/.test(clause)
}
