import { placeInWords } from '../../../ledger/contract-words.ts'
import { type Difference, differencesOf } from '../../../ledger/differences.ts'
import type { SealedObject } from '../../../ledger/sealed-value.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import type { CaseLeaf, CaseRecord } from '../../consistency/case.ts'
import { byRecord } from '../../consistency/by-record.ts'
import { type ConsistencyFinding, inconsistent, type Relation } from '../../consistency/relation.ts'
import { sealVersion } from '../../consistency/seal-version.ts'

/** PIL-141 定稿与契约账: every leaf carries exactly the version its act froze. */
export const PIL_141: RuleHeader = {
  id: 'PIL-141',
  name: '定稿与契约账一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

export const frozenIsSealed: Relation = {
  header: PIL_141,
  check: byRecord((record) => record.leaves.flatMap((leaf) => compareLeaf(record, leaf))),
}

function compareLeaf(record: CaseRecord, leaf: CaseLeaf): ConsistencyFinding[] {
  const number = (leaf.contract['record'] as SealedObject | undefined)?.['version']
  const version = record.versions.find((one) => one.number === number)
  const at = `“${record.title}”在契约账第${leaf.number}号`
  if (!version)
    return [inconsistent(PIL_141, record.id, `${at}登入的第${String(number)}版定稿已不存在，请查明原因。`)]
  const stored = sealVersion(version, leaf.contract)
  if (!stored) return [inconsistent(PIL_141, record.id, `${at}登入的定稿内容不能还原，请查明原因。`)]
  const { content, project } = leaf.contract
  const entry = (project as SealedObject | undefined)?.['entry']
  const sealed: SealedObject = { content: content ?? {}, ...(entry ? { project: { entry } } : {}) }
  return differencesOf(sealed, stored).map((difference) =>
    inconsistent(PIL_141, record.id, `${at}${inWords(leaf.contract, difference)}，请查明原因。`),
  )
}

function inWords(contract: SealedObject, { path, sealed, stored }: Difference): string {
  const place = placeInWords(contract, path)
  return `${place}为“${sealed ?? '空白'}”，与定稿的“${stored ?? '空白'}”不一致`
}
