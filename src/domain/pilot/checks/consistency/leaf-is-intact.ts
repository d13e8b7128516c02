import { type SealedObject, sealedText } from '../../../ledger/sealed-value.ts'
import type { RuleHeader } from '../../../shared/rule-header.ts'
import { cite } from '../../../shared/sources.ts'
import { byRecord } from '../../consistency/by-record.ts'
import { inconsistent, type Relation } from '../../consistency/relation.ts'

/** PIL-142 契约账摘要: what a leaf says still has the digest it was entered with. */
export const PIL_142: RuleHeader = {
  id: 'PIL-142',
  name: '契约账条目与摘要一致',
  stage: 'pilot',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default'),
}

export const leafIsIntact: Relation = {
  header: PIL_142,
  check: byRecord(({ id, title, leaves }, { leafDigest }) =>
    leaves
      .filter(({ contract, sha256 }) => digestOf(contract, leafDigest) !== sha256)
      .map(({ number }) =>
        inconsistent(
          PIL_142,
          id,
          `“${title}”在契约账第${number}号的内容与登入时的摘要不一致，条目被改动过，请用证据包核验。`,
        ),
      ),
  ),
}

function digestOf(contract: SealedObject, digest: (canonical: string) => string): string | undefined {
  try {
    return digest(sealedText(contract))
  } catch (error) {
    if (error instanceof TypeError) return undefined
    throw error
  }
}
