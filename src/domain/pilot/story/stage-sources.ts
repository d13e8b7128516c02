import type { PlanStage } from '../../workflow/record-kind.ts'

/** A table of a form that a stage report carries over. */
export type TableSource = {
  readonly field: string
  readonly columns: readonly string[]
  readonly caption: string
}

/** What a stage report takes from one kind of record: fields by id, tables by their columns. */
export type StageSource = {
  readonly kind: string
  /** Fields that say how the work was done. */
  readonly work?: readonly string[]
  /** Fields that say what came out. */
  readonly outcome?: readonly string[]
  /** A text field, or a column of a rows field (`problems.problem`). */
  readonly problems?: readonly string[]
  readonly suggestions?: readonly string[]
  readonly tables?: readonly TableSource[]
}

/**
 * Where each of the five stage reports gets its words and tables from: the records of its stage and
 * nothing else, so that a report cannot say what was not recorded.
 */
export const STAGE_SOURCES: Readonly<Record<PlanStage, readonly StageSource[]>> = {
  exante: [
    {
      kind: 'exante.evaluation',
      work: ['subject', 'methods', 'approach', 'team', 'raterCount'],
      outcome: [
        'panelScore_x100',
        'isFundingCompliant',
        'fundingNote',
        'decision',
        'requested_fen',
        'suggested_fen',
        'reasons',
        'overrideDecision',
        'overrideSuggested_fen',
        'overrideReason',
      ],
      problems: ['cutLines.reason'],
      suggestions: ['suggestions'],
      tables: [
        {
          field: 'panelDimensions',
          columns: ['dimension', 'weight_x100', 'score_x100'],
          caption: '专家评分汇总',
        },
        {
          field: 'affordability',
          columns: [
            'year',
            'ownRevenue_fen',
            'threeGuarantees_fen',
            'debtService_fen',
            'committed_fen',
            'newItemLocalShare_fen',
          ],
          caption: '财力可承受能力测算',
        },
        { field: 'cutLines', columns: ['item', 'requested_fen', 'cut_fen', 'reason'], caption: '核减明细' },
      ],
    },
  ],
  targets: [
    {
      kind: 'targets.sheet',
      work: ['attribute', 'contact', 'thirdPartyName'],
      outcome: [
        'annualGoal',
        'total_fen',
        'fiscal_fen',
        'other_fen',
        'disclosedOn',
        'disclosurePlace',
        'disclosureUrl',
      ],
      suggestions: ['reviewOpinion', 'thirdPartyOpinion'],
      tables: [
        {
          field: 'indicators',
          columns: [
            'level1',
            'level2',
            'name',
            'operator',
            'value',
            'valueText',
            'dateValue',
            'unit',
            'weight_x100',
          ],
          caption: '批复的绩效指标',
        },
        {
          field: 'review',
          columns: ['aspect', 'point', 'weight_x100', 'score_x100'],
          caption: '绩效目标审核评分',
        },
      ],
    },
    {
      kind: 'project.budgetLine',
      outcome: ['requested_fen', 'control_fen', 'arranged_fen', 'budgetDocumentNumber', 'arrangedOn'],
      problems: ['deviationReason'],
    },
  ],
  monitoring: [
    {
      kind: 'monitoring.round',
      work: ['month', 'dueOn'],
      outcome: ['analysis', 'verdicts', 'correctionMeasure'],
      problems: ['executionCause', 'progress.causeText'],
      suggestions: ['opinion'],
      tables: [
        {
          field: 'execution',
          columns: ['fund', 'budget_fen', 'adjusted_fen', 'paid_fen', 'expected_fen'],
          caption: '预算执行情况',
        },
        {
          field: 'progress',
          columns: ['name', 'targetText', 'actual', 'actualText', 'expectedText', 'likelihood'],
          caption: '绩效目标完成情况',
        },
        {
          field: 'fieldChecks',
          columns: ['checkedOn', 'place', 'persons', 'facts'],
          caption: '现场检查记录',
        },
      ],
    },
    {
      kind: 'monitoring.finding',
      outcome: ['opinionType', 'amount_fen', 'measure', 'result', 'verification', 'verifiedAmount_fen'],
      problems: ['problem'],
      suggestions: ['requirement'],
    },
  ],
  evaluation: [
    {
      kind: 'evaluation.self',
      outcome: ['actualGoal', 'executionScore_x100', 'totalScore_x100', 'grade'],
      problems: ['problems'],
      suggestions: ['measures'],
      tables: [
        {
          field: 'funds',
          columns: ['fund', 'initial_fen', 'adjusted_fen', 'executed_fen'],
          caption: '全年预算执行情况',
        },
        {
          field: 'scores',
          columns: ['name', 'targetText', 'actual', 'actualText', 'actualDate', 'weight_x100', 'score_x100'],
          caption: '单位自评得分',
        },
      ],
    },
    {
      kind: 'evaluation.finance',
      work: ['executorKind', 'agency', 'leadEvaluator', 'purpose', 'scope', 'methods'],
      outcome: ['totalScore_x100', 'grade', 'conclusion', 'replyKind', 'replyHandling'],
      problems: ['problems.problem', 'seriousViolation'],
      suggestions: ['problems.suggestion'],
      tables: [
        {
          field: 'scores',
          columns: ['level1', 'level2', 'name', 'weight_x100', 'score_x100'],
          caption: '财政评价得分',
        },
        {
          field: 'problems',
          columns: ['problem', 'indicator', 'amount_fen', 'suggestion'],
          caption: '评价发现的问题',
        },
      ],
    },
  ],
  results: [
    {
      kind: 'results.notice',
      work: ['addressee', 'noticeTitle', 'planDueOn', 'completionDueOn'],
      tables: [
        {
          field: 'problems',
          columns: ['problem', 'requirementType', 'requirement', 'amount_fen'],
          caption: '整改要求',
        },
      ],
    },
    {
      kind: 'results.task',
      outcome: ['measure', 'responsible', 'result', 'completedOn', 'verification', 'verifiedRecovered_fen'],
    },
    {
      kind: 'results.budgetDecision',
      outcome: ['measure', 'current_fen', 'next_fen', 'performanceChange_fen', 'level'],
      suggestions: ['reason'],
    },
    { kind: 'results.disclosure', outcome: ['disclosureTitle', 'carrier', 'url', 'disclosedOn'] },
  ],
}
