import type { RecordKind } from '../workflow/record-kind.ts'

/**
 * 推广登记: which place took over which version of a blueprint, when, and what it changed.
 * Source: `nx-2022-pilot-plan` 二(三)、四(一): after acceptance the practice is rolled out everywhere.
 */
export const adoption: RecordKind = {
  kind: 'pilot.adoption',
  stage: 'pilot',
  title: '蓝本推广登记',
  form: 'pilot/adoption',
  per: 'jurisdiction',
  isMany: true,
  createdBy: ['finance_performance'],
  workflow: {
    initial: 'draft',
    states: {
      draft: { title: '待登记', dueInDays: 10 },
      registered: { title: '已登记', isFinal: true },
    },
    actions: {
      register: { title: '登记采用蓝本', from: ['draft'], to: 'registered', by: ['finance_performance'] },
    },
  },
  edits: { '*': [{ in: ['draft'], by: ['finance_performance'] }] },
  documents: [],
}
