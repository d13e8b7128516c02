import type { PackIndicator } from '../../domain/blueprint/index.ts'
import {
  checkIndicator,
  type LibraryEntry,
  type LibraryIndicator,
  levelTitles,
  plainText,
} from '../../domain/indicators/index.ts'
import { canonicalJson } from '../../domain/ledger/canonical-json.ts'
import type { Source } from '../../rules/index.ts'
import { type Compared, rowOf } from './proposal.ts'

const AT_ONCE = '审定后即可选用，已编报的绩效目标不变。'

/**
 * An indicator of the blueprint beside the library of the place; nothing when it is the same. It is held to what the
 * files and the proposals of a place are held to.
 */
export function compareIndicator(
  { indicator, cited }: PackIndicator,
  entries: readonly LibraryEntry[],
  { sectors, source }: { readonly sectors: readonly string[]; readonly source: Source },
): Compared | undefined {
  const current = entries.find(({ id }) => id === indicator.id)
  if (current?.status === 'active' && isSameIndicator(current, indicator)) return undefined
  const row = (outcome: 'different' | 'added' | 'kept', why: string) =>
    rowOf({
      part: 'indicators',
      itemId: indicator.id,
      title: indicator.name,
      currentText: current ? indicatorText(current) : '没有这个指标',
      proposedText: indicatorText(indicator),
      outcome,
      why,
    })
  if (current?.isLocked || indicator.isLocked) {
    return { row: row('kept', '指标已锁定，各地统一口径，不能改动。') }
  }
  if (!sectors.includes(indicator.sector)) return { row: row('kept', '本系统没有这个行业，请先升级系统。') }
  const faults = checkIndicator(indicator)
  if (faults.length > 0) return { row: row('kept', `不合指标库的要求：${faults.join('；')}。`) }
  const twin = entries.find(
    ({ id, name, status }) =>
      status === 'active' && id !== indicator.id && plainText(name) === plainText(indicator.name),
  )
  if (twin) return { row: row('kept', `本地已有同名指标（${twin.id}）。`) }
  return {
    row: row(current ? 'different' : 'added', AT_ONCE),
    indicator: {
      id: current?.id,
      change: current ? 'revise' : 'add',
      indicator: {
        ...indicator,
        sourceId: 'local',
        sourceText: `来自蓝本：《${source.title}》（${source.number ?? ''}），原依据${cited}`,
      },
    },
  }
}

/** Version and citation aside: whether it says the same. */
function isSameIndicator(one: LibraryEntry, other: LibraryIndicator): boolean {
  return canonicalJson(sayingOf(one)) === canonicalJson(sayingOf(other))
}

function sayingOf(one: LibraryIndicator): object {
  const { id, sector, level1, level2, name, definition, formula, kind, operator, unit, count } = one
  const { basis, obtaining, example, dataSource, evidenceClass, evidence, frequency, mistakes } = one
  const { projectKinds, synonyms } = one
  return JSON.parse(
    JSON.stringify({
      ...{ id, sector, level1, level2, name, definition, formula, kind, operator, unit, count },
      ...{ basis, obtaining, example, dataSource, evidenceClass, evidence, frequency, mistakes },
      ...{ projectKinds, synonyms },
    }),
  )
}

/** An indicator in a few lines. */
export function indicatorText(one: LibraryIndicator): string {
  const [level1, level2] = levelTitles(one.level1, one.level2)
  return `${level1}·${level2}：${one.name}（示例${one.example}）\n口径：${one.definition}\n计算：${one.formula}`
}
