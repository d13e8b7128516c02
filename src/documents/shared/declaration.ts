import type { TableBlock } from '../../domain/documents/block.ts'
import { columns, listTable } from '../../domain/documents/make-block.ts'
import { day } from './text.ts'

/** What was declared of interests before a task; nothing where nobody has answered yet. */
export type DeclaredInterests = {
  readonly hasKinship?: boolean | null
  readonly hasBusiness?: boolean | null
  readonly tookPart?: boolean | null
  readonly hasContingentFee?: boolean | null
  readonly hadTie?: boolean | null
  readonly tiedUntil?: string | null
}

/** 利害关系申报: every question with its answer. */
export function declarationTable(content: DeclaredInterests): TableBlock {
  const yesNo = (value: boolean | null | undefined) => (value == null ? '未申报' : value ? '是' : '否')
  return listTable({
    caption: '利害关系申报',
    head: ['事项', '申报'],
    columns: columns(8, [2, 'center']),
    rows: [
      ['与被评价单位负责人或经办人有亲属关系', yesNo(content.hasKinship)],
      ['与被评价单位有业务往来', yesNo(content.hasBusiness)],
      ['参加过本项目的策划、监理或审计', yesNo(content.tookPart)],
      ['报酬与评价结果挂钩', yesNo(content.hasContingentFee)],
      [
        '曾在被评价单位任职或持有其股份',
        content.hadTie && content.tiedUntil ? `是，至${day(content.tiedUntil)}` : yesNo(content.hadTie),
      ],
    ],
  })
}
