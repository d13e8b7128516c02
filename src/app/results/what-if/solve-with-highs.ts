import highsModule, { type Highs } from 'highs'
import type { Programme, SolverAnswer } from '../../../domain/results/compute/what-if/index.ts'

/** How precise and how long; the values come from the rules. */
export type SolverLimits = { readonly gap: number; readonly seconds: number }

/** The types of the package are those of its CommonJS build, where the function is called `default`. */
const loadHighs = highsModule as unknown as typeof highsModule.default

let loaded: Promise<Highs> | undefined

/** One solver for the life of the thread: loading it takes longer than most plans. */
export function openHighs(): Promise<Highs> {
  loaded ??= loadHighs()
  return loaded
}

/**
 * Solves one programme with HiGHS, which works in this thread without a pause and gives the same answer to the
 * same programme. Stopped by time it gives the best answer found and how far that is from the optimum at most.
 * @throws Error when the solver fails, or finds no answer in the time it has
 */
export function solveProgramme(highs: Highs, programme: Programme, limits: SolverLimits): SolverAnswer {
  const { columns, rows } = programme
  if (columns.length === 0) return trivial(rows)
  const model = highs.createModel(modelOf(highs, programme))
  try {
    model.options.set({
      output_flag: false,
      random_seed: 0,
      mip_rel_gap: limits.gap,
      mip_feasibility_tolerance: 1e-7,
      time_limit: limits.seconds,
    })
    model.run()
    const { modelStatus } = highs.constants
    const status = model.getModelStatus()
    if (status === modelStatus.infeasible) return { status: 'infeasible', values: [], gap: 0 }
    if (status === modelStatus.optimal) {
      return { status: 'optimal', values: [...model.getSolution().colValue], gap: 0 }
    }
    if (status === modelStatus.timeLimit && model.info.get('primal_solution_status') === 2) {
      const gap = Number(model.info.get('mip_gap'))
      return { status: 'stopped', values: [...model.getSolution().colValue], gap }
    }
    throw new Error(`求解没有结果（状态${status}），请减少不可拆分的项目后再算。`)
  } finally {
    model.dispose()
  }
}

/** Nothing to decide: the constants alone must fit. */
function trivial(rows: Programme['rows']): SolverAnswer {
  const fits = rows.every(({ lower, upper }) => lower <= 0 && upper >= 0)
  return { status: fits ? 'optimal' : 'infeasible', values: [], gap: 0 }
}

function modelOf(highs: Highs, { columns, rows }: Programme) {
  const { objectiveSense, variableType } = highs.constants
  const starts = [0]
  for (const { entries } of rows) starts.push((starts.at(-1) ?? 0) + entries.length)
  const entries = rows.flatMap((row) => row.entries)
  return {
    numCols: columns.length,
    numRows: rows.length,
    sense: objectiveSense.maximize,
    colCost: Float64Array.from(columns, ({ cost }) => cost),
    colLower: new Float64Array(columns.length),
    colUpper: Float64Array.from(columns, ({ upper }) => upper),
    rowLower: Float64Array.from(rows, ({ lower }) => lower),
    rowUpper: Float64Array.from(rows, ({ upper }) => upper),
    matrix: {
      format: 'csr' as const,
      numRows: rows.length,
      numCols: columns.length,
      starts: Int32Array.from(starts),
      indices: Int32Array.from(entries, ([column]) => column),
      values: Float64Array.from(entries, ([, value]) => value),
    },
    integrality: Int32Array.from(columns, ({ isBinary }) =>
      isBinary ? variableType.integer : variableType.continuous,
    ),
  }
}
