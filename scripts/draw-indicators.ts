import { createHash } from 'node:crypto'
import { fileURLToPath } from 'node:url'
import { loadIndicators } from '../src/rules/load-indicators.ts'
import { loadRules } from '../src/rules/load-rules.ts'

/**
 * `node scripts/draw-indicators.ts [SEED] [COUNT]`: draws indicators for a review that anybody can draw
 * again. The order is by SHA-256 of seed and id, so it does not depend on the order of the files.
 */
const [seed = '20261127', count = '40'] = process.argv.slice(2)
const rules = fileURLToPath(new URL('../rules', import.meta.url))
const { indicators } = loadIndicators(rules, loadRules(rules).sources)
const ticket = (id: string) => createHash('sha256').update(`${seed}/${id}`).digest('hex')
const drawn = [...indicators].sort((a, b) => (ticket(a.id) < ticket(b.id) ? -1 : 1)).slice(0, Number(count))
for (const one of drawn) {
  const measure = [one.kind, one.operator, one.unit, one.count].filter(Boolean).join(' ')
  console.log(
    `${one.id} v${one.version} ${one.name}｜${one.level1}/${one.level2}｜${measure}｜${one.example}`,
  )
  console.log(`  说明：${one.definition}\n  公式：${one.formula}`)
  console.log(
    `  来源：${one.dataSource}；佐证：${one.evidenceClass} ${one.evidence}；依据：${one.basis} ${one.obtaining}`,
  )
  console.log(
    `  出处：${one.sourceId} ${one.standing}${one.isLocked ? '，锁定' : ''}；常见错误：${one.mistakes}`,
  )
}
