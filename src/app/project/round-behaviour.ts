import type { ProjectBudgetRoundContent } from '../../domain/forms/contents.ts'
import { checkRoundDates } from '../../domain/project/checks/index.ts'
import { calendarDates, ROUND_TYPES, type RoundType } from '../../domain/project/compute/find-round.ts'
import { budgetRound } from '../../domain/project/index.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import { findRounds } from '../../storage/round-repository.ts'
import type { Context } from '../kernel/context.ts'
import { type ActUseCase, defineAct } from '../records/act.ts'
import { NOTHING_TO_SAY, type RecordBehaviour } from '../records/behaviour.ts'
import { type BeginUseCase, defineBegin } from '../records/begin-record.ts'
import type { RecordData } from '../records/record-data.ts'
import { rulesOf } from '../records/rules-of.ts'

export const budgetRoundBehaviour: RecordBehaviour = {
  kind: budgetRound.kind,
  assess: async (context, data) => {
    const isWaiting = data.record.state === 'draft' || data.record.state === 'proposed'
    if (!isWaiting) return NOTHING_TO_SAY
    const findings = await dateFindings(context, data, true)
    // What needs a second person is told beside the form before anybody presses the wrong button.
    const alone = data.record.state === 'draft' ? await dateFindings(context, data, false) : []
    const advised =
      findings.length === 0 ? alone.map((one) => ({ ...one, severity: 'warning' as const })) : []
    return { ...NOTHING_TO_SAY, findings: [...findings, ...advised] }
  },
}

async function dateFindings(context: Context, data: RecordData, isConfirmed: boolean): Promise<Finding[]> {
  const { jurisdictionId, fiscalYear } = data.record
  const others = await findRounds(context.db, jurisdictionId, fiscalYear)
  const around = { fiscalYear, others, isConfirmed }
  return checkRoundDates(data.content as ProjectBudgetRoundContent, around, rulesOf(context, data))
}

/** 新建预算编报轮次: `content.roundType` names it; the dates are those of the place's calendar. */
const begin = defineBegin(
  budgetRound,
  budgetRoundBehaviour,
  [],
  ({ roundType }) => `${budgetRound.title}：${ROUND_TYPES[roundType as RoundType] ?? ''}`,
)
export const beginBudgetRound: BeginUseCase = {
  ...begin,
  run: async (context, input) => {
    const { roundType, ...others } = input.content ?? {}
    if (input.subjectId !== undefined) {
      throw new DomainError('NOT_FOUND', '编报轮次不依据其他办理事项，请从“编报轮次”页面新建。')
    }
    const isKnown = typeof roundType === 'string' && Object.keys(ROUND_TYPES).includes(roundType)
    const { fiscalYear } = input
    const isPlain = input.projectId === undefined && Object.keys(others).length === 0
    if (!isKnown || !isPlain || fiscalYear === undefined) {
      throw new DomainError('INVALID_INPUT', '请从“编报轮次”页面选择年度和轮次后再新建。', {
        places: [{ field: 'content', problem: '只应写明轮次' }],
      })
    }
    const { jurisdictionId: jurisdiction } = context.actor
    const rules = context.rules.at({ date: context.today, jurisdiction, fiscalYear })
    const dates = calendarDates(roundType as RoundType, fiscalYear, rules)
    return begin.run(context, { ...input, content: { roundType, ...dates } })
  },
}

const alone = async (context: Context, data: RecordData) => dateFindings(context, data, false)
const confirmed = async (context: Context, data: RecordData) => dateFindings(context, data, true)

export const budgetRoundActs: readonly ActUseCase[] = [
  defineAct(budgetRound, 'open', { gate: alone }),
  defineAct(budgetRound, 'propose', { gate: confirmed }),
  defineAct(budgetRound, 'confirm', { gate: confirmed }),
  defineAct(budgetRound, 'return'),
  defineAct(budgetRound, 'close'),
]
