import { monitoringRound } from '../../domain/monitoring/index.ts'
import { defineAct } from '../records/act.ts'
import { keepOverview } from './keep-overview.ts'
import { roundFigures } from './round-figures.ts'
import { reportFindings } from './round-findings.ts'

/** 报送监控情况: money and indicators together, or not at all. */
export const submitRound = defineAct(monitoringRound, 'submit', {
  gate: async (context, data) => {
    const figures = await roundFigures(context, data)
    return figures ? reportFindings(context, data, figures) : []
  },
  effect: keepOverview,
})
