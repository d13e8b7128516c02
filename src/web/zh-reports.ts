/** Texts of the pages around 专报、通报 and the reading room. */
export const reports = {
  title: '专报和通报',
  note: (year: string) => `${year}年度，数字只取已确认的评价结果`,
  emptyTitle: '还没有专报和通报',
  emptyText: '财政绩效股在评价结果确认后起草；签发、发送后在这里查看和签收。',
  receive: '确认收到',
  receivedNow: '已签收。',
  columns: {
    title: '名称',
    number: '文号',
    signed: '签发日期',
    state: '所处环节',
    received: '签收',
    act: '办理',
  },
  received: (received: number, recipients: number) => (recipients === 0 ? '—' : `${received}／${recipients}`),
}
