/** Texts of evaluation: checking the quality of self-evaluations, and reports handed in. */
export const evaluation = {
  report: {
    title: '报告检查',
    note: '对上传的 Word 报告检查提纲、计算、结论、扣分依据、照搬、名称和建议；只提示，不修改报告。与系统中填报的得分不同的报告不能提交。',
    start: '检查报告',
    checking: '正在检查…',
    none: '还没有上传报告。上传“签章的评价报告”的 Word 版本并保存后再检查。',
    clean: '没有发现问题。',
    count: (name: string, errors: number, others: number) => `${name}：错误 ${errors} 处，疑点 ${others} 处`,
    compared: (count: number) => `与以前的 ${count} 份报告作了比较。`,
    columns: { severity: '程度', place: '位置', message: '问题', excerpt: '原文' },
    severities: { error: '错误', warning: '疑点', note: '提示' } as Readonly<Record<string, string>>,
  },
} as const
