/** Texts of 离线填报: out as a workbook, back with its differences. */
export const offline = {
  title: '离线填报',
  link: 'Excel 离线填报',
  note: '把表导出到 Excel，在 WPS 或 Excel 里填写，再导回来；导入前逐格核对改动，确认后才写入。',
  back: '返回填报页面',
  exportTitle: '一、导出',
  exportText: '导出的表已填好现有内容；白色的格可以填写，灰色的格由系统或其他岗位填写。',
  exportButton: '导出离线填报表（.xlsx）',
  importTitle: '二、导回',
  drop: '把填好的 .xlsx 文件拖到这里，或点击选择',
  dropHelp: '只用本系统从这个事项导出的表。行列移动、隐藏、插行都不要紧。',
  reading: (name: string) => `正在读取并比对“${name}”…`,
  faults: (count: number) => `有 ${count} 处填写有误，没有导入任何内容。请改好后重新导入。`,
  faultPlace: '单元格',
  faultText: '问题',
  marked: '下载标好问题的表',
  none: '文件内容与系统中的完全一致，没有需要导入的改动。',
  found: (count: number, conflicts: number) =>
    conflicts === 0
      ? `共 ${count} 处不同。默认用改动过的一方，可逐处改选。`
      : `共 ${count} 处不同，其中 ${conflicts} 处两边都改过，须逐处选定。`,
  madeFrom: (made: number, now: number) =>
    made === now
      ? `文件从第 ${made} 版导出，系统里仍是这一版。`
      : `文件从第 ${made} 版导出，系统里现在是第 ${now} 版。`,
  notesTitle: '请留意',
  columns: { place: '栏目', base: '导出时', mine: '系统现在', theirs: '文件里', side: '用哪一个' },
  sides: { mine: '系统的', theirs: '文件的' },
  changed: { mine: '系统改过', theirs: '文件改过', conflict: '两边都改过' },
  pick: '请选定',
  row: (name: string) => `整行“${name}”`,
  order: '行的顺序',
  absent: '没有这一行',
  onlyConflicts: '只看须选定的',
  allTheirs: '全部用文件的',
  allMine: '全部用系统的',
  allDefault: '恢复默认',
  accept: (count: number) => `采纳 ${count} 处改动，写入草稿`,
  acceptNone: '没有要写入的改动',
  left: (count: number) => `还有 ${count} 处没有选定`,
  conflictTitle: '系统里的内容刚被别人改动',
  conflictText: (yours: number, current: number) =>
    `您核对的是第 ${yours} 版，现在已是第 ${current} 版。已按最新内容重新比对，请再核对一遍。`,
  done: (count: number) => `已写入 ${count} 栏。原内容保留在历史版本中。`,
  again: '换一个文件',
  notMine: '这张表在当前环节不由您填写：可以导出查看，不能导回。',
}
