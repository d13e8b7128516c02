import type { Content } from '../../domain/forms/form.ts'
import { toFenText } from '../../domain/shared/money.ts'
import type { IndicatorStory, Story } from './story.ts'

/** `demo/past-years.yaml`: what the projects of the year before have in common, and how each went. */
export type PastYears = {
  readonly base: Pick<Story, 'origin' | 'jurisdiction' | 'fiscalYear' | 'unit' | 'department' | 'goesTo'> & {
    readonly people: Content
  }
  readonly projects: readonly PastProject[]
}

type PastProject = {
  readonly key: string
  readonly name: string
  readonly code: string
  readonly wan: number
  readonly persons: number
  /** Per cent by July and by the end of the year: money, then persons reached. */
  readonly paid: number
  readonly done: number
  readonly spent: number
  readonly reached: number
  /** What its self-evaluation says went wrong, and what was promised; the common words where left out. */
  readonly problems?: string
  readonly measures?: string
}

const WAN_FEN = 1_000_000n

/** So many per cent of a project's money. */
function part({ wan }: PastProject, percent: number): string {
  return toFenText((BigInt(wan) * WAN_FEN * BigInt(percent)) / 100n)
}

/** Their stories, as short as a project's year can be told. */
export function pastStories({ base, projects }: PastYears): Story[] {
  const { people, ...common } = base
  const year = base.fiscalYear
  const period = { periodStart: `${year}-01-01`, periodEnd: `${year}-12-31` }
  return projects.map((one) => ({
    ...common,
    key: one.key,
    entry: { ...entryOf(one), ...period, ...people },
    target: targetOf(one, { ...period, contact: people['projectPerson'] ?? '' }),
    review: { share: 0.91, opinion: '按政策安排，同意批复。' },
    budget: {
      request: { requested_fen: part(one, 100), accountSubject: '2082001 临时救助支出' },
      control: { control_fen: part(one, 100), arranged_fen: part(one, 100) },
    },
    monitoring: {
      funds: { fiscal: { paid_fen: part(one, one.paid), expected_fen: part(one, 100) } },
      report: { analysis: '按月发放，执行进度正常。' },
      review: '情况属实。',
      visit: { place: '民生服务中心（演示）', persons: '绩效股一人', facts: '抽查发放清单，金额一致。' },
      conclusion: { verdicts: ['onTrack'], opinion: '正常推进。' },
    },
    self: {
      funds: { fiscal: { executed_fen: part(one, one.spent) } },
      content: {
        executionReason: `全年执行${one.spent}%，其余按规定交回。`,
        actualGoal: '按政策完成全年保障。',
        problems: one.problems ?? '年中增减反映不及时。',
        measures: one.measures ?? '按月更新对象名册。',
        filledBy: people['projectPerson'] ?? '',
      },
      review: '与台账一致，同意。',
    },
  }))
}

function entryOf(one: PastProject): Content {
  const all = part(one, 100)
  return {
    name: one.name,
    code: one.code,
    category: 'livelihood',
    isNew: false,
    isMajor: false,
    isPolicy: true,
    overview: `按政策为${one.persons}人次提供补助和服务。`,
    total_fen: all,
    annual_fen: all,
    fundSources: [{ fund: 'fiscal', total_fen: all, annual_fen: all }],
    planTitle: '民生事业发展“十四五”规划',
    planClause: '第三章“基本民生保障”',
  }
}

function targetOf(one: PastProject, known: Content): NonNullable<Story['target']> {
  const all = part(one, 100)
  return {
    content: {
      attribute: 'continuing',
      ...known,
      periodTotal_fen: all,
      periodFiscal_fen: all,
      periodOther_fen: '0',
      total_fen: all,
      fiscal_fen: all,
      other_fen: '0',
      periodGoal: '按政策足额保障。',
      annualGoal: `全年为${one.persons}人次提供补助和服务。`,
    },
    quarters: [15, 20, 30, 35].map((percent) => part(one, percent)),
    opinion: '按政策标准测算，同意。',
    indicators: [personsOf(one), ...OTHERS],
  }
}

function personsOf(one: PastProject): IndicatorStory {
  const persons = (percent: number) => String(Math.round((one.persons * percent) / 100))
  const why = one.reached < 100 ? { deviationReason: '部分对象迁出或自愿放弃。' } : {}
  return {
    level: 'output/quantity',
    name: '补助和服务人次',
    points: 30,
    sign: 'ge',
    unit: '人次',
    value: one.persons,
    summer: { actual: persons(one.done), expected: persons(100) },
    year: { actual: persons(one.reached), sourceNote: '发放和服务台账', ...why },
  }
}

/** What all of them promise besides. */
const OTHERS: readonly IndicatorStory[] = [
  {
    level: 'output/quality',
    name: '对象认定准确率',
    points: 20,
    sign: 'ge',
    value: 98,
    unit: '%',
    summer: { actual: '99' },
    year: { actual: '99', sourceNote: '抽查记录' },
  },
  {
    level: 'benefit/social',
    name: '生活困难缓解',
    points: 30,
    words: '有所缓解',
    summer: { actualText: '按时足额发放' },
    year: { band: 'achieved', bandPercent: '100', actualText: '有所缓解', sourceNote: '入户走访记录' },
  },
  {
    level: 'satisfaction/serviceSatisfaction',
    name: '对象满意度',
    points: 10,
    sign: 'ge',
    value: 90,
    unit: '%',
    summer: { actual: '93' },
    year: { actual: '94', sourceNote: '电话回访' },
  },
]
