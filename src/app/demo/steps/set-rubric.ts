import { rowsOf } from '../../../domain/forms/form-index.ts'
import type { Walk } from '../walk.ts'

const RUBRIC = 'exante.rubric'

/** 绩效股提出本地区的评分指标体系版本:名称和分值按本地区依据改. */
export async function proposeRubric(walk: Walk): Promise<void> {
  const { rubric } = walk.story
  if (!rubric) return
  const recordId = await walk.begin('performance', RUBRIC, {})
  const content = await walk.read('performance', recordId)
  await walk.save('performance', recordId, {
    ...rubric.content,
    dimensions: rowsOf(content, 'dimensions').map((row) => ({
      ...row,
      name: rubric.names[String(row['code'])] ?? row['name'] ?? null,
    })),
    items: rowsOf(content, 'items').map((row) => {
      const points = rubric.points[String(row['itemCode'])]
      return points === undefined ? row : { ...row, weight_x100: points * 100 }
    }),
  })
  await walk.act('performance', `${RUBRIC}.propose`, recordId)
}

/** 分管领导审定版本. */
export async function approveRubric(walk: Walk): Promise<void> {
  const recordId = await walk.newest('leader', RUBRIC)
  await walk.act('leader', `${RUBRIC}.approve`, recordId, walk.story.rubric?.opinion)
}
