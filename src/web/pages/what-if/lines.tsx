import { Button, Input, Radio } from 'antd'
import { useState } from 'react'
import type { Move, Moves } from '../../../domain/results/compute/what-if/moves.ts'
import type { ScenarioLine } from '../../../domain/results/compute/what-if/scenario.ts'
import type { ParameterReader } from '../../../domain/rules/parameter-values.ts'
import { computeItemWeight } from '../../../domain/results/compute/item-weight.ts'
import { GRADES } from '../../../domain/shared/grade.ts'
import { formatBp } from '../../../domain/shared/ratio.ts'
import { formatScore } from '../../../domain/shared/score.ts'
import type { Column } from '../../components/data-table.tsx'
import { Money } from '../../components/money.tsx'
import { PagedTable } from '../../components/paged-table.tsx'
import { Why } from '../../components/why.tsx'
import { zh } from '../../zh.ts'
import { rulesDay, useRuleReader } from '../doctor/use-rule-reader.ts'
import { LineLimits } from './line-limits.tsx'
import { MoneyInput } from './money-input.tsx'
import type { Workbench } from './use-workbench.ts'

const words = zh.whatIf
type Shown = keyof typeof words.shown

/** Every project with what it asks for, has, scored and gets; an amount typed here stays as it is typed. */
export function Lines({ workbench, moves }: { readonly workbench: Workbench; readonly moves: Moves }) {
  const [text, setText] = useState('')
  const [shown, setShown] = useState<Shown>('all')
  const [open, setOpen] = useState<string>()
  const { reader } = useRuleReader(rulesDay(workbench.fiscalYear, ''))
  const line = workbench.lines.find(({ projectId }) => projectId === open)
  const rows = moves.moves.filter((move) => isShown(move, shown) && isNamed(move.line, text))
  return (
    <section className="page-part" aria-label={words.lines}>
      <h2>{words.lines}</h2>
      <div className="what-if-tools">
        <Input
          aria-label={words.filter}
          placeholder={words.filter}
          allowClear
          value={text}
          onChange={(event) => setText(event.target.value)}
        />
        <Radio.Group
          aria-label={words.lines}
          size="small"
          optionType="button"
          value={shown}
          options={Object.entries(words.shown).map(([value, label]) => ({ value, label }))}
          onChange={(event) => setShown(event.target.value as Shown)}
        />
      </div>
      <PagedTable
        caption={words.lines}
        columns={columnsFor(workbench, setOpen, reader)}
        rows={rows}
        rowKey={(move) => move.line.projectId}
      />
      {line !== undefined && (
        <LineLimits
          line={line}
          onChange={(change) => workbench.edit(line.projectId, change)}
          onClose={() => setOpen(undefined)}
        />
      )}
    </section>
  )
}

function isShown({ change_fen, line }: Move, shown: Shown): boolean {
  if (shown === 'winners') return change_fen > 0n
  if (shown === 'losers') return change_fen < 0n
  return shown === 'all' || line.fixed_fen !== null
}

function isNamed({ name, departmentName, unitName }: ScenarioLine, text: string): boolean {
  const wanted = text.trim()
  return wanted === '' || [name, departmentName, unitName].some((one) => one.includes(wanted))
}

function columnsFor(
  workbench: Workbench,
  open: (projectId: string) => void,
  rules: ParameterReader | undefined,
): Column<Move>[] {
  const titles = words.lineColumns
  return [
    { id: 'project', title: titles.project, isHeader: true, cell: ({ line }) => <Named line={line} /> },
    {
      id: 'score',
      title: titles.score,
      width: 152,
      cell: ({ line }) => <Scored line={line} rules={rules} />,
    },
    {
      id: 'request',
      title: `${titles.request}（${zh.unit.wan}）`,
      width: 108,
      isNumber: true,
      cell: ({ line }) => <Money fen={line.request_fen} />,
    },
    {
      id: 'base',
      title: titles.base,
      width: 100,
      isNumber: true,
      cell: ({ line }) => <Money fen={line.base_fen} />,
    },
    {
      id: 'arranged',
      title: titles.arranged,
      width: 150,
      isNumber: true,
      cell: (move) => <Arranged move={move} workbench={workbench} />,
    },
    {
      id: 'change',
      title: titles.change,
      width: 104,
      isNumber: true,
      cell: (move) => <Change fen={move.change_fen} />,
    },
    { id: 'reason', title: titles.reason, width: 180, cell: ({ reason }) => reason },
    {
      id: 'limits',
      title: titles.limits,
      width: 108,
      cell: ({ line }) => (
        <>
          <Button size="small" aria-label={words.limitsFor(line.name)} onClick={() => open(line.projectId)}>
            {words.limits}
          </Button>
          <div className="muted">{limitMarks(line)}</div>
        </>
      ),
    },
  ]
}

function Named({ line }: { readonly line: ScenarioLine }) {
  return (
    <>
      {line.name} {line.isNew && <span className="muted">{words.isNew}</span>}
      <div className="muted">{line.departmentName}</div>
    </>
  )
}

/** The score, whose it is, and what it weighs under the rules of the budget year (RES-040). */
function Scored({
  line: { name, score_x100, grade, scoreFrom, evaluatedYear },
  rules,
}: {
  readonly line: ScenarioLine
  readonly rules: ParameterReader | undefined
}) {
  const weight = rules && computeItemWeight(score_x100, rules)
  return (
    <>
      {score_x100 === null ? <span className="muted">{words.unscored}</span> : formatScore(score_x100)}{' '}
      {grade !== null && GRADES[grade]}
      {scoreFrom !== null && <div className="muted">{words.evaluated(scoreFrom, evaluatedYear)}</div>}
      {weight !== undefined && (
        <div className="muted">
          {words.weight(formatBp(weight.weight_bp))}{' '}
          <Why explanation={weight.explanation} label={name} isInTable />
        </div>
      )}
    </>
  )
}

function Arranged({
  move: { line, amount_fen },
  workbench,
}: {
  readonly move: Move
  readonly workbench: Workbench
}) {
  const isFixed = line.fixed_fen !== null
  return (
    <span className={isFixed ? 'fixed' : undefined}>
      <MoneyInput
        label={words.setFor(line.name)}
        fen={line.fixed_fen ?? String(amount_fen)}
        onChange={(fen) => workbench.edit(line.projectId, { fixed_fen: fen })}
      />
      {isFixed && (
        <button
          type="button"
          className="why"
          aria-label={words.freeFor(line.name)}
          onClick={() => workbench.edit(line.projectId, { fixed_fen: null })}
        >
          {words.free}
        </button>
      )}
    </span>
  )
}

function Change({ fen }: { readonly fen: bigint }) {
  const name = fen > 0n ? 'gain' : fen < 0n ? 'loss' : undefined
  return (
    <span className={name}>
      {fen > 0n && '+'}
      <Money fen={String(fen)} />
    </span>
  )
}

function limitMarks(line: ScenarioLine): string {
  return [
    line.guarantee_fen === '0' ? '' : '三保',
    line.contract_fen === '0' ? '' : '合同',
    line.isMustKeep ? '必保' : '',
    line.isWhole ? '不可拆' : '',
    line.cap_fen === null ? '' : '上限',
  ]
    .filter((mark) => mark !== '')
    .join('、')
}
