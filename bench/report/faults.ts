import type { ReportPart } from '../../src/domain/evaluation/report/report.ts'
import { type Draft, rowsOf, scoreTable, summaryTable, totalOf, writeReport } from './report.ts'
import { SUBJECTS } from './subjects.ts'

/** One kind of fault: how it is planted, and which rule must find it. */
export type Fault = {
  readonly name: string
  readonly ruleId: string
  /** Rules that rightly speak as well: a wrong sum also contradicts the conclusion. */
  readonly consequences?: readonly string[]
  /** @returns the spoiled parts; nothing where this layout has no place for the fault */
  readonly plant: (draft: Draft, number: number) => ReportPart[] | undefined
}

const isText = (part: ReportPart): part is { paragraph: string } => 'paragraph' in part
const textOf = (part: ReportPart | undefined) => (part && isText(part) ? part.paragraph : '')
const at = (parts: readonly ReportPart[], words: RegExp) =>
  parts.findIndex((part) => words.test(textOf(part)))
const HEADING =
  /^(?:[一二三四五六七]、)?(基本情况|绩效评价工作开展情况|综合评价情况及评价结论|绩效评价指标分析|主要经验及做法.*|有关建议|其他需要说明的问题)$/

function replace(
  parts: readonly ReportPart[],
  words: RegExp,
  change: (text: string) => string,
): ReportPart[] | undefined {
  const index = at(parts, words)
  if (index < 0) return undefined
  return parts.map((part, place) => (place === index ? { paragraph: change(textOf(part)) } : part))
}

/** From a heading of the first level to the next one. */
function sectionOf(parts: readonly ReportPart[], title: RegExp): { from: number; to: number } {
  const from = parts.findIndex((part) => HEADING.test(textOf(part)) && title.test(textOf(part)))
  const next = parts.findIndex((part, place) => place > from && HEADING.test(textOf(part)))
  return { from, to: next < 0 ? parts.length : next }
}

function withoutSection(parts: readonly ReportPart[], title: RegExp): ReportPart[] {
  const { from, to } = sectionOf(parts, title)
  return [...parts.slice(0, from), ...parts.slice(to)]
}

const DROPPED = [/有关建议/, /指标分析/, /工作开展/, /基本情况/, /其他需要/]

/** The rows of the table changed, the text left as it was. */
function withRows(
  draft: Draft,
  change: (rows: ReturnType<typeof rowsOf>) => void,
  where: 'detail' | 'summary',
) {
  const rows = rowsOf(draft.subject)
  change(rows)
  const made = where === 'detail' ? scoreTable(rows, draft.style) : summaryTable(rows, draft.style)
  return draft.parts.map((part) =>
    'table' in part && part.table.name === made.name ? { table: made } : part,
  )
}

const STOCK_ADVICE = [
  '进一步加强项目管理，提高资金使用效益。',
  '健全完善各项规章制度，强化监督检查力度。',
  '提高思想认识，高度重视绩效管理工作。',
  '加快预算执行进度，确保资金发挥效益。',
  '建立健全长效机制，切实提升服务水平。',
  '加强业务培训，不断提高人员素质。',
  '科学合理编制预算，细化绩效目标。',
  '完善档案资料管理，规范项目实施。',
  '各部门要加强统筹协调，形成工作合力。',
  '严格执行财务制度，规范资金支出管理。',
]
const VAGUE_BASIS = [
  '酌情扣分',
  '扣1分',
  '按评分标准扣分',
  '',
  '根据实际情况扣2分',
  '适当扣分',
  '总体较好',
  '基本符合要求',
  '视情扣分。',
  '完成情况良好',
]
const SHORTFALLS = [
  '合同未按期签订',
  '验收资料缺失',
  '台账不完整',
  '公示不及时',
  '进度滞后两个月',
  '未建立管护制度',
  '资金拨付超期',
  '目标未细化',
  '检测报告缺少两份',
  '培训记录不规范',
]
const BLANKS = [
  '完成XX万元',
  '建成××个站点',
  '（请填写主要做法）',
  '项目覆盖____个乡镇',
  '【插入现场照片】',
  '满意度为XX%',
  '受益人数为**人',
  '（待补充）',
  '由×××单位负责',
  '实施时间为20XX年XX月',
]

export const FAULTS: readonly Fault[] = [
  {
    name: '缺少一个部分',
    ruleId: 'EVA-070',
    consequences: ['EVA-072', 'EVA-073'],
    plant: ({ parts }, n) => withoutSection(parts, DROPPED[n % DROPPED.length] as RegExp),
  },
  {
    name: '部分次序颠倒',
    ruleId: 'EVA-070',
    plant: ({ parts }, n) => {
      const [first, second] = n % 2 === 0 ? [/指标分析/, /主要经验/] : [/综合评价/, /指标分析/]
      const [a, b] = [sectionOf(parts, first as RegExp), sectionOf(parts, second as RegExp)]
      return [
        ...parts.slice(0, a.from),
        ...parts.slice(b.from, b.to),
        ...parts.slice(a.from, a.to),
        ...parts.slice(b.to),
      ]
    },
  },
  {
    name: '只有标题没有内容',
    consequences: ['EVA-077', 'EVA-073'],
    ruleId: 'EVA-070',
    plant: ({ parts }, n) => {
      const { from, to } = sectionOf(parts, [/有关建议/, /其他需要/, /工作开展/][n % 3] as RegExp)
      return [...parts.slice(0, from + 1), ...parts.slice(to)]
    },
  },
  {
    name: '评分表合计错',
    consequences: ['EVA-072'],
    ruleId: 'EVA-071',
    plant: ({ parts }, n) =>
      parts.map((part) => {
        if (!('table' in part) || part.table.name !== '表2') return part
        const rows = part.table.rows.map((row) =>
          row[0] === '合计'
            ? row.map((cell, column) =>
                column === 4 ? (Number(cell) + [0.5, -1, 2, -0.3, 1.01][n % 5]!).toFixed(2) : cell,
              )
            : row,
        )
        return { table: { ...part.table, rows, spread: rows } }
      }),
  },
  {
    name: '得分超过分值',
    consequences: ['EVA-072'],
    ruleId: 'EVA-071',
    plant: (draft, n) =>
      withRows(
        draft,
        (rows) => {
          const row = rows[n % rows.length]!
          row.score = row.weight + 1
        },
        'detail',
      ),
  },
  {
    name: '分组得分与评分表不符',
    ruleId: 'EVA-071',
    plant: (draft, n) =>
      withRows(
        draft,
        (rows) => {
          rows[n]!.score = Math.max(0, rows[n]!.score - 1)
        },
        'summary',
      ),
  },
  {
    name: '文中得分与评分表不符',
    ruleId: 'EVA-071',
    plant: ({ parts }, n) =>
      replace(
        parts,
        [/质量达标率。/, /实施效益。/, /立项依据充分性。/, /预算编制科学性。/, /满意度。/][n % 5] as RegExp,
        (text) =>
          text.replace(/得分(\d+(?:\.\d+)?)分/, (_all, points: string) => `得分${Number(points) - 1}分`),
      ),
  },
  {
    name: '执行率与金额不符',
    ruleId: 'EVA-071',
    plant: ({ parts }, n) =>
      n % 2 === 0
        ? replace(parts, /预算执行率\d/, (text) => text.replace(/预算执行率[\d.]+%/, '预算执行率99.12%'))
        : replace(parts, /资金到位率\d/, (text) => text.replace(/资金到位率[\d.]+%/, '资金到位率96.5%')),
  },
  {
    name: '资金分项与总额不符',
    ruleId: 'EVA-071',
    plant: ({ parts }) =>
      replace(parts, /其中：上级资金/, (text) =>
        text.replace(/本级资金([\d.]+)/, (_all, amount: string) => `本级资金${Number(amount) + 10}`),
      ),
  },
  {
    name: '结论得分与评分表不符',
    ruleId: 'EVA-072',
    plant: ({ parts }, n) =>
      replace(parts, /综合得分/, (text) =>
        text.replace(
          /综合得分([\d.]+)分/,
          (_all, points: string) =>
            `综合得分${(Number(points) + [1, -2, 0.5, -0.01, 3][n % 5]!).toFixed(2)}分`,
        ),
      ),
  },
  {
    name: '等级与得分不符',
    ruleId: 'EVA-072',
    plant: ({ parts }, n) =>
      replace(parts, /评价等级为/, (text) =>
        text.replace(
          /评价等级为“(.)”/,
          (_all, grade: string) => `评价等级为“${grade === '良' ? '优' : n % 2 ? '良' : '中'}”`,
        ),
      ),
  },
  {
    name: '扣分没有依据',
    ruleId: 'EVA-073',
    plant: (draft, n) => {
      const basis = VAGUE_BASIS[n] ?? ''
      const changed = withRows(
        draft,
        (rows) => {
          for (const row of rows) if (row.name === '完成及时性') row.basis = basis
        },
        'detail',
      )
      return replace(changed, /完成及时性。分值/, (text) =>
        text.replace(/(得分[\d.]+分。).*$/, `$1${basis === '' ? '' : `${basis.replace(/。$/, '')}。`}`),
      )
    },
  },
  {
    name: '写明不足却得满分',
    ruleId: 'EVA-074',
    plant: (draft, n) =>
      draft.style === 1
        ? undefined
        : withRows(
            draft,
            (rows) => {
              for (const row of rows)
                if (row.name === '资金使用合规性') row.basis = `${SHORTFALLS[n]}，其余符合要求`
            },
            'detail',
          ),
  },
  { name: '问题段落照搬', ruleId: 'EVA-075', plant: (draft, n) => recycled(draft, n, /2\..*主要原因是/) },
  {
    name: '经验段落照搬',
    ruleId: 'EVA-075',
    plant: (draft, n) => recycled(draft, n, /任务分解到每个实施点/),
  },
  {
    name: '别的县名',
    ruleId: 'EVA-076',
    plant: ({ parts, subject }, n) => {
      const other = SUBJECTS[(n + 3) % SUBJECTS.length]!
      return replace(
        parts,
        n % 2 ? /任务分解到/ : /年度目标是/,
        (text) => `${other.county}${text.replace(subject.unit, '实施单位')}`,
      )
    },
  },
  {
    name: '别的项目名',
    ruleId: 'EVA-076',
    plant: ({ parts }, n) => {
      const other = [
        '城市污水管网改造工程',
        '中小学校舍加固项目',
        '数字图书馆建设项目',
        '生猪良种补贴项目',
        '森林防火道路工程',
        '城区停车场建设工程',
        '非遗展馆布展项目',
        '地震监测台网项目',
        '养殖粪污处理项目',
        '体育公园建设项目',
      ][n]
      return replace(parts, /发放问卷，与/, (text) => `评价组对${other}实施情况作了了解，${text}`)
    },
  },
  {
    name: '年度写错',
    ruleId: 'EVA-076',
    plant: ({ parts, subject }, n) =>
      n % 2
        ? replace(parts, /综合得分/, (text) =>
            text.replace('项目综合得分', `${subject.year - 1}年度项目综合得分`),
          )
        : replace(parts, /评价所用数据/, (text) => `本报告是${subject.year + 1}年度绩效评价报告。${text}`),
  },
  {
    name: '机构名称不一致',
    ruleId: 'EVA-076',
    plant: ({ parts }, n) =>
      replace(
        parts,
        /^评价机构（盖章）/,
        () => `评价机构（盖章）：${SUBJECTS[(n + 1) % SUBJECTS.length]!.agency}`,
      ),
  },
  {
    name: '建议空泛',
    ruleId: 'EVA-077',
    plant: ({ parts }, n) => {
      const { from } = sectionOf(parts, /有关建议/)
      return parts.map((part, place) =>
        place === from + 1 + (n % 2) ? { paragraph: `${(n % 2) + 1}.${STOCK_ADVICE[n]}` } : part,
      )
    },
  },
  {
    name: '模板没有填完',
    ruleId: 'EVA-078',
    plant: ({ parts }, n) => replace(parts, /任务分解到每个实施点/, (text) => `${text}${BLANKS[n]}。`),
  },
]

/** A paragraph of another report with only the names changed, and now and then a word. */
function recycled(draft: Draft, n: number, words: RegExp): ReportPart[] | undefined {
  const other = SUBJECTS[(n + 1) % SUBJECTS.length]!
  const from = textOf(writeReport(other, 0).parts.find((part) => words.test(textOf(part))))
  const own = from.replaceAll(other.unit, draft.subject.unit).replaceAll(other.county, draft.subject.county)
  const text = n % 3 === 0 ? own.replace('主要原因是', '原因主要是').replace('建立', '健全') : own
  return replace(draft.parts, words, () => text)
}

/** What a careful report also says; none of it is a fault. */
export function trickyParts({ parts, subject }: Draft): ReportPart[] {
  const total = totalOf(rowsOf(subject))
  const insert = (list: readonly ReportPart[], words: RegExp, ...texts: string[]): ReportPart[] => {
    const place = at(list, words)
    return [
      ...list.slice(0, place + 1),
      ...texts.map((paragraph) => ({ paragraph })),
      ...list.slice(place + 1),
    ]
  }
  let made = insert(
    parts,
    /评价等级为/,
    `上年度综合得分${(total - 3).toFixed(2)}分，本年度比上年提高3分。`,
    '其中决策类分值15分，得分15分。',
  )
  made = insert(
    made,
    /任务分解到每个实施点/,
    `借鉴松林县同类项目的做法，${subject.unit}按月公开进度，没有发现截留、挪用资金的情况。`,
    `计划培训200人次，实际完成206人次，完成率103%。`,
  )
  made = insert(
    made,
    /^1\..*。$/,
    `根据《项目支出绩效评价管理办法》（财预〔2020〕10号），2020年印发的办法继续适用。`,
  )
  return insert(
    made,
    /评价所用数据/,
    '问卷由评价组现场发放，回收率96%，未发现无效问卷；政府采购合同由示例评估公司复核。',
  )
}
