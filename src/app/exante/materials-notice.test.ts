import { expect, test } from 'vitest'
import { actOf, firstStagesIn } from '../testing/first-stages.ts'
import { useWorld } from '../testing/world.ts'

const world = useWorld('2022-08-20')
const way = firstStagesIn(world)
const evaluation = (action: string) => actOf('exante.evaluation', action)

test('a file sent back goes with a numbered letter: what is missing, and by when', async () => {
  const { recordId } = await way.begin('finance_performance', 'exante.evaluation', await way.enter())
  await way.fillMaterials(recordId)
  await way.act('unit', evaluation('submit'), recordId)
  const { content } = await way.see('finance_performance', recordId)
  const materials = content['materials'].map((row: { item: string }) =>
    row.item === '实施方案' ? { ...row, status: 'returned', note: '没有进度安排' } : row,
  )
  await way.save('finance_performance', recordId, { materials })
  expect(await way.textOf('finance_performance', recordId, 'exante-materials-notice')).toContain('草稿')
  await way.act('finance_performance', evaluation('return'), recordId, '实施方案请补正')
  const letter = await way.textOf('unit', recordId, 'exante-materials-notice')
  for (const words of [
    '以下1项材料需要补充',
    '没有进度安排',
    '实施方案请补正',
    '2022年8月30日前',
    '〔2022〕',
  ]) {
    expect(letter).toContain(words)
  }
  expect(letter).not.toContain('草稿')
})
