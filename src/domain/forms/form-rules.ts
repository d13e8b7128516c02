/** The checks every form gets from its definition; numbers are never reused. */
export const formHeader = {
  'FRM-001': '填报内容应为一张表',
  'FRM-002': '不得有表外栏目',
  'FRM-003': '栏目类型和格式',
  'FRM-004': '行数限制',
  'FRM-006': '必填栏目',
  'FRM-007': '系统生成的内容不得改动',
  'FRM-008': '系统生成的行不得增减',
  'FRM-009': '得分不得高于分值',
} as const
