/** Texts of the pilot's own pages. */
export const pilot = {
  acceptanceFile: '下载评分数据',
  acceptanceFileHelp: '用它和随系统提供的程序，可以不用本系统复算完整率和得分。',
}
