/** What the site says when it cannot show what was asked for. */
export const SAID = {
  notFound: '没有找到这个页面。链接可能不完整，请从“查项目”进入。',
  noProof: '证据包要等出具契约账凭证以后才有，请明天再来。',
  broken: '暂时不能显示，请稍后再试。',
  tooMany: '访问太频繁，请过一会儿再试。',
  foreign: '请在本站的页面上提交反馈。',
  feedback: {
    unknown: '没有找到这个项目，请从“查项目”进入。',
    length: '反馈内容应为5至1000字。',
    busy: '现在提交的人太多，请一小时后再试。',
    often: '您提交得太频繁，请十分钟后再试。',
  },
  badNumber: (name: string) => `“${name}”不是数字，这一项按公布的数计算。请只填数字，例如 95.5。`,
  badDate: (name: string) => `“${name}”不是日期，这一项按公布的数计算。请按 2023-12-31 的样子填写。`,
} as const
