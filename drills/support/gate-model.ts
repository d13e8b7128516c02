import {
  checkArrangedTarget,
  checkExanteGate,
  checkSynchronousApproval,
  checkSynchronousDeclaration,
  checkTargetGate,
} from '../../src/domain/project/checks/index.ts'
import { getRecordKind } from '../../src/domain/record-kinds.ts'
import { hasErrors } from '../../src/domain/shared/finding.ts'
import { step } from '../../src/domain/workflow/workflow.ts'
import type { Dice } from './random.ts'

/** A project as the gates see it: where its three records stand, and what they say of money. */
type Model = {
  readonly isRequired: boolean
  evaluation?: { state: string; decision: string; suggested_fen: string }
  target?: { state: string; total_fen: string }
  line: { state: string; arranged_fen: string; requested_fen: string }
}

/** The gates a walk is held to; a test double leaves one out. */
export type Gates = {
  readonly arrange: (model: Model) => boolean
  readonly returnTarget: (model: Model) => boolean
}

export const GATES: Gates = {
  arrange: (model) => {
    const { isRequired, evaluation: exante, target, line } = model
    const { arranged_fen } = line
    return !hasErrors([
      ...checkExanteGate({ isRequired, exante, arranged_fen }),
      ...checkTargetGate({ target, arranged_fen, control_fen: arranged_fen }),
    ])
  },
  returnTarget: ({ line }) => !hasErrors(checkArrangedTarget([line.state])),
}

const KINDS = {
  evaluation: getRecordKind('exante.evaluation').workflow,
  target: getRecordKind('targets.sheet').workflow,
  line: getRecordKind('project.budgetLine').workflow,
}
const PASSED = ['rechecked', 'approved', 'published']
const AMOUNTS = ['400000000', '500000000']

export type ModelWalk = {
  readonly steps: number
  readonly opened: number
  readonly broken: readonly string[]
}

/** Random acts on random projects with the workflow tables and checks alone: no database, no people. */
export function walkModel(dice: Dice, steps: number, gates: Gates = GATES): ModelWalk {
  const broken: string[] = []
  let opened = 0
  let model = newModel(dice)
  for (let done = 0; done < steps; done += 1) {
    if (dice.chance(0.005)) model = newModel(dice)
    const before = model.line.state
    takeStep(dice, model, gates)
    if (before !== 'arranged' && model.line.state === 'arranged') opened += 1
    const fault = faultOf(model)
    if (fault) {
      broken.push(fault)
      model = newModel(dice)
    }
  }
  return { steps, opened, broken }
}

function newModel(dice: Dice): Model {
  return {
    isRequired: dice.chance(0.5),
    line: { state: 'draft', arranged_fen: '', requested_fen: '500000000' },
  }
}

function takeStep(dice: Dice, model: Model, gates: Gates): void {
  const part = dice.pick(['evaluation', 'target', 'line'] as const)
  if (part === 'evaluation' && !model.evaluation)
    model.evaluation = { state: 'draft', decision: '', suggested_fen: dice.pick(AMOUNTS) }
  if (part === 'target' && (!model.target || model.target.state === 'refused'))
    model.target = { state: 'draft', total_fen: dice.pick(AMOUNTS) }
  const record = model[part]
  if (!record) return
  const { actions } = KINDS[part]
  const names = Object.keys(actions)
  // Forward more often than back, or nothing would ever be reached.
  const forward = names.filter(
    (name) => !actions[name]?.isReturn && actions[name]?.from.includes(record.state),
  )
  const action = forward.length > 0 && dice.chance(0.6) ? dice.pick(forward) : dice.pick(names)
  if (part === 'evaluation' && model.evaluation?.state === 'scored' && action === 'conclude')
    model.evaluation.decision = dice.pick(['SUPPORT', 'PARTIAL', 'REJECT'])
  if (part === 'line' && action === 'arrange' && model.line.state === 'applied')
    model.line.arranged_fen = dice.pick(AMOUNTS)
  if (!isAllowed(model, part, action, gates)) return
  try {
    record.state = step(KINDS[part], record.state, action)
  } catch {
    return
  }
  if (part === 'target' && action === 'approve')
    model.line.state = step(KINDS.line, model.line.state, 'approve')
}

/** System acts have no button; the others pass the gate their use case has. */
function isAllowed(model: Model, part: keyof typeof KINDS, action: string, gates: Gates): boolean {
  if (KINDS[part].actions[action]?.isSystem) return false
  const { target, line, evaluation } = model
  switch (`${part}.${action}`) {
    case 'line.apply':
      return !hasErrors(
        checkSynchronousDeclaration({
          target,
          requested_fen: target?.total_fen ?? line.requested_fen,
          suggested_fen: evaluation?.state === 'approved' ? evaluation.suggested_fen : undefined,
        }),
      )
    case 'line.arrange':
      return gates.arrange(model)
    case 'target.return':
      return gates.returnTarget(model)
    case 'target.approve':
      return target !== undefined && !hasErrors(checkSynchronousApproval({ target, budgetLine: line }))
    default:
      return true
  }
}

/** The law itself, said without the product's checks. */
function faultOf({ isRequired, evaluation, target, line }: Model): string | undefined {
  if (line.state !== 'arranged' && line.state !== 'approved') return undefined
  const hasConclusion = evaluation?.state === 'approved' && evaluation.decision !== 'REJECT'
  if (isRequired && !hasConclusion) return `line ${line.state} without a conclusion that permits it`
  const wanted = line.state === 'approved' ? PASSED.slice(1) : PASSED
  return wanted.includes(target?.state ?? '')
    ? undefined
    : `line ${line.state}, target ${target?.state ?? 'none'}`
}
