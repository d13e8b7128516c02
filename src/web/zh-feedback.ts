/** Texts of the page where feedback of citizens is handled. */
export const feedback = {
  title: '公众反馈',
  note: (waiting: number) => `${waiting} 条待办理`,
  help: '公众在公开站对已公开项目写的话，只有办理公开以后外面才看得到。含有个人信息或涉密内容的不能公开；写答复的人不能自己公开。',
  emptyTitle: '还没有公众反馈',
  emptyText: '项目公开以后，公众可以扫页面上的二维码反馈，内容会列在这里。',
  states: { waiting: '待答复', answered: '已答复，待公开', published: '已公开', ignored: '不予公开' },
  columns: { said: '反馈内容', project: '项目', state: '状态', handling: '办理' },
  received: (day: string, number: string, version: number) =>
    `${day} 收到，编号 ${number}，对第 ${version} 版`,
  answerLabel: (number: string) => `对编号 ${number} 的答复或不公开的理由`,
  placeholder: '写答复；不予公开的写理由',
  answer: '答复',
  publish: '公开反馈和答复',
  ignore: '不予公开',
  secondPerson: '请由另一名绩效股人员或分管领导公开。',
  answered: (text: string) => `答复：${text}`,
  ignored: (text: string) => `理由：${text}`,
  by: (name: string, day: string) => `${name} ${day}`,
  done: (number: string) => `编号 ${number} 已办理`,
}
