import type { DocumentInputs } from '../../../src/documents/index.ts'

export const agencyPledge: DocumentInputs['agency-pledge'] = {
  frame: {
    isDemonstration: true,
    references: [
      {
        title: '第三方评价委托书',
        version: 1,
        frozenOn: '2024-03-07',
        digest: '0d5b2e49188f0a7c11d2e4b6f8a9c0d1e2f3a4b5c6d7e8f901122334453f7a0c',
      },
    ],
  },
  fiscalYear: 2023,
  signedBy: '孙某某',
  signedOn: '2024-03-07',
  signedAt: '2024年3月7日10时12分',
  content: {
    agency: '示例绩效评价咨询中心',
    commissioner: '示例县财政局',
    objectName: '农村户厕改造项目',
    unitName: '示例县乡村振兴服务中心',
    departmentName: '示例县农业农村局',
    leadEvaluator: '孙某',
    hasKinship: false,
    hasBusiness: false,
    tookPart: false,
    hasContingentFee: false,
    hadTie: true,
    tiedUntil: '2019-06-30',
    pledgeVersion: '系统建议文本2024年第1版',
    pledgeText: '1.本机构独立、客观、公正地开展评价。\n2.本机构对取得的资料和评价情况保密。',
  },
}

export const groupPledge: DocumentInputs['group-pledge'] = {
  frame: {
    isDemonstration: true,
    references: [
      {
        title: '评价组成员申报和承诺书',
        version: 1,
        frozenOn: '2024-03-07',
        digest: '7a1c2e49188f0a7c11d2e4b6f8a9c0d1e2f3a4b5c6d7e8f901122334453f7b1d',
      },
    ],
  },
  fiscalYear: 2023,
  signedOn: '2024-03-07',
  signedAt: '2024年3月7日10时12分',
  content: {
    member: '周某',
    duty: '成员',
    assignedTask: '现场调查和问卷',
    organiser: '示例县财政局',
    objectName: '农村户厕改造项目',
    unitName: '示例县乡村振兴服务中心',
    departmentName: '示例县农业农村局',
    hasKinship: false,
    hasBusiness: false,
    tookPart: false,
    hasContingentFee: false,
    hadTie: true,
    tiedUntil: '2019-06-30',
    pledgeVersion: '系统建议文本2026年第1版',
    pledgeText: '1.本人独立、客观、公正地开展评价。\n2.对取得的资料和评价情况保密，只用于本次评价。',
  },
}
