import { Type } from 'typebox'
import { applyEdits, type LineEdit } from '../../../domain/results/compute/what-if/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { updateScenario } from '../../../storage/scenario-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { closed, Edits, Id, Name, Settings, WORKED_BY } from './input.ts'
import { getScenario } from './scenario.ts'

/** 保存测算设定: what people set of lines and constraints; figures of records stay as they were gathered. */
export const saveScenario = defineUseCase({
  id: 'results.saveScenario',
  title: '保存预算测算的设定',
  stage: 'results',
  kind: 'command',
  by: WORKED_BY,
  input: Type.Object(
    { scenarioId: Id, version: Type.Integer({ minimum: 1 }), name: Name, settings: Settings, edits: Edits },
    closed,
  ),
  output: Type.Object({ scenarioId: Id, version: Type.Integer() }),
  run: async (context, { scenarioId, version, name, settings, edits }) => {
    const scenario = await getScenario(context, scenarioId, { isLocked: true })
    const next = {
      ...scenario,
      name: name.trim(),
      settings,
      lines: applyEdits(scenario.lines, edits as LineEdit[]),
    }
    const isStored = scenario.version === version && (await updateScenario(context.db, next))
    if (!isStored) {
      const message = '测算设定刚被别人改动过，请先查看对方的设定，再决定保留哪一份。'
      throw new DomainError('VERSION_CONFLICT', message, { yours: version, current: scenario.version })
    }
    context.changed({ kind: 'budgetScenario', id: scenarioId, jurisdictionId: scenario.jurisdictionId }, [
      { field: 'settings', from: scenario.settings, to: settings },
      { field: 'edits', from: null, to: edits },
    ])
    return { scenarioId, version: version + 1 }
  },
})
