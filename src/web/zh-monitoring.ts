/** Texts of the pages around monitoring. */
export const monitoring = {
  outlook: {
    title: '双线走势和年底预测',
    empty: '还没有报送过监控情况，报送后这里显示两条线。',
    month: (month: number) => `${month}月`,
    plan: '计划',
    actual: '实际',
    forecast: '预测',
    band: '预测区间',
    spoken: (title: string, words: string) => `${title}：${words}`,
    behind: (title: string, month: number, points: string) =>
      `${title}：截至${month}月落后计划${points}个百分点`,
    ahead: (title: string, month: number, points: string) =>
      `${title}：截至${month}月比计划快${points}个百分点`,
    even: (title: string, month: number) => `${title}：截至${month}月与计划一致`,
    unknown: (title: string) => `${title}：没有可比的数据`,
    table: '看数字',
    basis: {
      history: (own: number, similar: number) => `依据本项目往年${own}条、同类项目往年${similar}条曲线`,
      straight: '数据不足，只有直线推算，不给区间',
      none: '没有预测',
    },
    columns: {
      month: '月份',
      plan: '计划',
      actual: '实际',
      parts: '分子 ÷ 分母',
      forecast: '预测',
      band: '区间',
    },
    lights: '亮灯记录',
    lightColumns: { day: '日期', months: '监控时段', light: '灯', reason: '理由' },
    until: (year: number, month: number) => `${year}年1—${month}月`,
  },
}
