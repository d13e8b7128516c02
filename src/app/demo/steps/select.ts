import type { ContentRow } from '../../../domain/forms/form.ts'
import { rowsOf } from '../../../domain/forms/form-index.ts'
import type { Walk } from '../walk.ts'

const KIND = 'pilot.selection'

/** 绩效股推荐:逐条写明选择条件的依据,逐阶段写明由谁实施. */
export async function proposeSelection(walk: Walk): Promise<void> {
  const { selection } = walk.story
  if (!selection) return
  const recordId = await walk.begin('performance', KIND)
  const content = await walk.read('performance', recordId)
  const { reason, expectedResults } = selection
  await walk.save('performance', recordId, {
    criteria: rowsOf(content, 'criteria').map((row) => {
      const evidence = selection.criteria[String(row['criterion'])]
      return { ...row, isMet: evidence !== undefined, ...(evidence ? { evidence } : {}) }
    }),
    executors: rowsOf(content, 'executors').map((row) => executorRow(walk, row)),
    reason,
    expectedResults,
  })
  await walk.act('performance', `${KIND}.propose`, recordId)
}

function executorRow(walk: Walk, row: ContentRow): ContentRow {
  const chosen = walk.story.selection?.executors[String(row['stage'])]
  const { by: executorKind = 'own', agency, note } = chosen ?? {}
  return {
    ...row,
    executorKind,
    ...(agency ? { organisation: walk.bodyId(agency) } : {}),
    ...(note ? { note } : {}),
  }
}

/** 分管领导同意推荐. */
export async function endorseSelection(walk: Walk): Promise<void> {
  await walk.act(
    'leader',
    `${KIND}.endorse`,
    await walk.newest('leader', KIND),
    '同意推荐，请严格按试点方案组织实施。',
  )
}

/** 自治区确定为试点项目. */
export async function confirmSelection(walk: Walk): Promise<void> {
  await walk.act(
    'province1',
    `${KIND}.confirm`,
    await walk.newest('province1', KIND),
    '符合选择条件，确定为试点项目。',
  )
}
