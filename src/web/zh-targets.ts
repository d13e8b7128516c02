/** Texts of the pages around targets: owners of indicators, review in bulk, budget rounds. */
export const targets = {
  owners: {
    title: '指标责任人',
    note: (count: number) => `${count} 项指标的责任人已不在本单位任职`,
    help: '已申报、已批复的目标保持原样；这里只登记从今天起由谁负责。',
    emptyTitle: '每项指标都有在岗责任人',
    emptyText: '责任人调离后，由其负责的指标会列在这里，请及时指定接任人。',
    caption: '没有在岗责任人的指标',
    columns: { name: '指标', was: '原责任人', sheet: '所在目标申报表' },
    all: '全选',
    successor: '接任人',
    choose: '请选择本单位在岗人员',
    reason: '原因',
    reasonDefault: '岗位调整',
    change: (count: number) => `更换所选 ${count} 项的责任人`,
    changed: (count: number) => `已更换 ${count} 项指标的责任人`,
    nobody: '没有填写',
    open: '打开申报表',
  },
} as const
