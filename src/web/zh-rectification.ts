/** Texts of the pages around rectification and follow-up. */
export const rectification = {
  title: '整改与跟踪',
  note: (total: number, overdue: number) => `${total} 个问题，${overdue} 个逾期`,
  search: '搜索项目、单位、问题',
  show: '整改情况',
  type: '整改类别',
  shows: { open: '未办结', overdue: '已逾期', verified: '已核实', exempted: '已批准免予整改' },
  emptyTitle: '没有符合条件的整改问题',
  emptyText: '换一个条件或年度；签发整改通知后，每个问题会列在这里。',
  rate: '整改完成率',
  recovery: '资金收回',
  application: '结果应用率',
  columns: {
    project: '项目',
    problem: '问题',
    type: '整改类别',
    state: '所处环节',
    due: '期限',
    recover: '应收回（万元）',
    verified: '核实收回（万元）',
    repeat: '屡查屡犯',
  },
  number: (number: number | null) => (number === null ? '' : `第${number}个问题`),
  extended: '已延期',
  overdue: '已逾期',
  repeated: '疑似',
  pages: (page: number, pages: number) => `第 ${page} 页，共 ${pages} 页`,
  known: {
    open: '以前年度的问题和承诺',
    none: '本单位前五年没有登记过问题。',
    summary: (count: number, repeated: number) =>
      repeated === 0
        ? `以前年度问题 ${count} 个`
        : `以前年度问题 ${count} 个，其中疑似屡查屡犯 ${repeated} 个`,
    help: '相近程度由系统按词组比较，只作提示，请核对后再下结论。',
    columns: {
      year: '年度',
      problem: '问题',
      promise: '当时的整改措施',
      state: '情况',
      repeats: '与以前的问题',
    },
    repeats: (relation: string, year: number, problem: string) => `${relation}${year}年“${problem}”`,
  },
  changes: {
    title: '延期和免予整改',
    none: '没有提出过申请。',
    ask: '申请延期或免予整改',
    until: (day: string) => `延长到${day}`,
  },
  responsibility: {
    title: '责任记录',
    note: '谁干事谁花钱，谁花钱谁担责。按办理记录列出，不自动作出处理；整改通知页可打印《项目责任清单》。',
    columns: { person: '责任人', organisation: '单位', duties: '所负责任' },
    duty: (title: string, count: number) => `${title} ${count} 次`,
    empty: '还没有需要担责的办理记录。',
  },
}
