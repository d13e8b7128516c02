import { recordsOf, stepsIn } from '../../testing/steps.ts'
import type { PersonName, World } from '../../testing/world.ts'
import { evaluationModule } from '../index.ts'

export const NO_INTEREST = {
  hasKinship: false,
  hasBusiness: false,
  tookPart: false,
  hasContingentFee: false,
  hadTie: false,
  pledgeAccepted: true,
}

export const CONTRACT = {
  object: '2022年度项目资金',
  content: '按工作方案开展评价，提交报告',
  periodText: '2023年6月至7月',
  price_fen: '8000000',
  rights: '机构独立评价，委托方提供资料',
  breach: '逾期每日扣减千分之一',
  payments: [
    { stage: '签订合同后', share: '40', isAfterAcceptance: false },
    { stage: '报告验收后', share: '60', isAfterAcceptance: true },
  ],
}

/** 24+20+16+11+9 = 80 points: on the bound of acceptance. */
export const ACCEPTED = [2400, 2000, 1600, 1100, 900]

/** The act of a kind of this stage. */
export function evaluationAct(kind: string, action: string) {
  const found = evaluationModule.acts.find((act) => act.recordKind.kind === kind && act.action === action)
  if (!found) throw new Error(`no act ${kind}.${action}`)
  return found
}

/** What an institution and whoever commissions do on a commission, in a county of tests. */
export function commissionIn(world: World, kind = 'evaluation.engagement') {
  const { see, save, act } = stepsIn(world)
  const commissioner: PersonName = kind === 'evaluation.engagement' ? 'finance_performance' : 'department'
  const take = (by: PersonName, action: string, id: string, opinion?: string) =>
    act(by, evaluationAct(kind, action), id, opinion)
  /** The newest commission of an evaluation. */
  const engagementOf = async (evaluationId: string): Promise<string> => {
    const { project } = await see(commissioner, evaluationId)
    const held = await recordsOf(world, commissioner, project.id, kind)
    const newest = held.at(-1)
    if (!newest) throw new Error(`${evaluationId} has no ${kind}`)
    return newest
  }
  const score = async (engagement: string, points: readonly number[]) => {
    const { content } = await see(commissioner, engagement)
    const acceptance = content['acceptance'].map((row: object, index: number) => ({
      ...row,
      score_x100: points[index],
    }))
    await save(commissioner, engagement, { ...CONTRACT, acceptance })
  }
  return {
    engagementOf,
    take,
    score,
    /** The institution declares no interest and pledges: only then the project opens to it. */
    undertake: async (evaluationId: string) => {
      const engagement = await engagementOf(evaluationId)
      await save('agency', engagement, NO_INTEREST)
      await take('agency', 'undertake', engagement)
    },
    accept: async (evaluationId: string) => {
      const engagement = await engagementOf(evaluationId)
      await score(engagement, ACCEPTED)
      await take(commissioner, 'accept', engagement)
    },
  }
}
