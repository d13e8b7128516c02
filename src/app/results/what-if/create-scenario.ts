import { Type } from 'typebox'
import { DomainError } from '../../../domain/shared/errors.ts'
import { insertScenario } from '../../../storage/scenario-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { firstSettings, gatherLines } from './gather-lines.ts'
import { closed, Id, Name, WORKED_BY, Year } from './input.ts'
import { weightsFor } from './scenario.ts'

/** 新建预算测算: gathers the place's projects of a budget year as records have them now. */
export const createScenario = defineUseCase({
  id: 'results.createScenario',
  title: '新建预算测算',
  stage: 'results',
  kind: 'command',
  by: WORKED_BY,
  input: Type.Object({ budgetYear: Year, name: Name }, closed),
  output: Type.Object({ scenarioId: Id, lines: Type.Integer() }),
  run: async (context, { budgetYear, name }) => {
    const { jurisdictionId, personId } = context.actor
    const lines = await gatherLines(context, { jurisdictionId, budgetYear })
    if (lines.length === 0) {
      const message = `本地区${budgetYear - 1}年和${budgetYear}年都没有项目，无法测算，请先办理项目入库。`
      throw new DomainError('ACTION_NOT_AVAILABLE', message)
    }
    const { performance_bp } = weightsFor(context, { jurisdictionId, fiscalYear: budgetYear })
    const id = context.newId()
    const settings = firstSettings(lines, performance_bp)
    await insertScenario(context.db, {
      jurisdictionId,
      id,
      fiscalYear: budgetYear,
      name: name.trim(),
      lines,
      settings,
      now: context.now,
      personId,
    })
    context.changed({ kind: 'budgetScenario', id, jurisdictionId }, [
      { field: 'name', from: null, to: name.trim() },
      { field: 'lines', from: null, to: lines.length },
    ])
    return { scenarioId: id, lines: lines.length }
  },
})
