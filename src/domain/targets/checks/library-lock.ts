import type { TargetsLibraryChangeContent } from '../../forms/contents.ts'
import type { LibraryEntry } from '../../indicators/resolve-library.ts'
import { found } from '../../shared/check.ts'
import type { Finding } from '../../shared/finding.ts'
import type { RuleHeader } from '../../shared/rule-header.ts'
import { cite } from '../../shared/sources.ts'

/** TGT-143 锁定指标和版本: what is defined for everybody is not changed locally, nor an older version. */
export const TGT_143: RuleHeader = {
  id: 'TGT-143',
  name: '锁定指标不得修订，修订须依据现行版本',
  stage: 'targets',
  kind: 'check',
  severity: 'error',
  source: cite('jiheng-default', '指标库管理'),
}

/** @param current the indicator as it stands for the place; nothing for an addition */
export function checkLibraryLock(
  { change, indicatorId, basedOn }: TargetsLibraryChangeContent,
  current: LibraryEntry | undefined,
): Finding[] {
  const where = { section: 'subject', field: 'indicatorId' }
  if (change === 'add') return []
  if (!current)
    return [found(TGT_143, `指标库中没有编号为“${indicatorId ?? ''}”的指标，请从指标库页面重新提出。`, where)]
  const said = `“${current.name}”`
  if (current.isLocked) {
    return [found(TGT_143, `${said}由国家统一规定口径，已锁定，不能在本地修订或停用。`, where)]
  }
  if (current.status === 'retired' && change === 'retire') {
    return [found(TGT_143, `${said}已经停用，不必再次停用；要恢复使用，请提出修订。`, where)]
  }
  if (current.version === basedOn) return []
  const message = `${said}已有第 ${current.version} 版，本建议依据的是第 ${basedOn ?? 0} 版，请按新版本重新提出。`
  return [found(TGT_143, message, where)]
}
