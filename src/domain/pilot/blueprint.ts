import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 规范管理蓝本: composed by the region from accepted pilots, checked by a second person, published with a
 * number, frozen and sealed. It belongs to the region and no county sees it, because its rows say which pilots
 * the cases are from; what everybody gets is the pack. Source: `nx-2022-pilot-plan` 四（一）.
 */
export const blueprint: RecordKind = {
  kind: 'pilot.blueprint',
  stage: 'pilot',
  title: '预算绩效规范管理蓝本',
  form: 'pilot/blueprint',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['province'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待编制', dueInDays: 30 },
      proposed: { title: '待核对', dueInDays: 15 },
      checked: { title: '待发布', dueInDays: 10 },
      published: { title: '已发布', isFinal: true },
      withdrawn: { title: '已撤回', isFinal: true },
    },
    actions: {
      propose: { title: '提交核对', from: ['draft'], to: 'proposed', by: ['province'] },
      check: {
        title: '核对通过',
        from: ['proposed'],
        to: 'checked',
        by: ['province'],
        notBy: ['propose'],
        opinion: 'required',
      },
      publish: {
        title: '发布蓝本',
        from: ['checked'],
        to: 'published',
        by: ['province'],
        notBy: ['check'],
        isNumbered: true,
        isLegalAct: true,
      },
      return: {
        title: '退回修改',
        from: ['proposed', 'checked'],
        to: 'draft',
        by: ['province'],
        opinion: 'required',
        isReturn: true,
      },
      withdraw: { title: '撤回', from: ['draft'], to: 'withdrawn', by: ['province'], isReturn: true },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['province'] }] },
  documents: [{ document: 'blueprint-book', title: '预算绩效规范管理蓝本', frozenBy: 'publish' }],
  seals: [{ by: 'publish', as: 'blueprint.published' }],
}
