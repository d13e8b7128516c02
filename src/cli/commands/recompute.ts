import { recomputeSelfEvaluations } from '../../app/evaluation/recompute.ts'
import type { UseCase } from '../../app/kernel/use-case.ts'
import { asPerson, placeOf, yearOf } from './as-person.ts'
import type { Command } from './command.ts'

export const recompute: Command = {
  usage:
    '按现行规则重算一个年度已提交、未确认的自评得分:recompute --year 2023 [--jurisdiction 代码] --as <账号>',
  run: async (words) => {
    const input = { fiscalYear: yearOf(words), ...placeOf(words) }
    return asPerson(words, async (run) => {
      const answer = await run(recomputeSelfEvaluations as unknown as UseCase, input)
      const { forms, changedForms, changedScores } = JSON.parse(answer)
      console.log(
        `重算${forms}张自评表，${changedForms}张的总分或等级、${changedScores}项指标得分有变化并已更新。`,
      )
      return 0
    })
  },
}
