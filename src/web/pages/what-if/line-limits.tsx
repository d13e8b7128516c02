import { Checkbox, Drawer } from 'antd'
import type { LineEdit, ScenarioLine } from '../../../domain/results/compute/what-if/scenario.ts'
import { Money } from '../../components/money.tsx'
import { zh } from '../../zh.ts'
import { MoneyInput } from './money-input.tsx'

const words = zh.whatIf

/** What binds one project: its request, floors and ceiling, and whether it can be divided. */
export function LineLimits({
  line,
  onChange,
  onClose,
}: {
  readonly line: ScenarioLine
  readonly onChange: (change: Omit<LineEdit, 'projectId'>) => void
  readonly onClose: () => void
}) {
  return (
    <Drawer open onClose={onClose} title={`${words.limitsTitle}：${line.name}`} size={420}>
      <div className="what-if-form what-if">
        <p>
          {words.baseNote}：<Money fen={line.base_fen} withUnit />
          <span className="muted">（{line.baseNote}）</span>
        </p>
        <Amount
          label={words.request}
          fen={line.request_fen}
          onChange={(fen) => onChange({ request_fen: fen ?? '0' })}
        />
        <Amount
          label={words.guarantee}
          fen={line.guarantee_fen}
          onChange={(fen) => onChange({ guarantee_fen: fen ?? '0' })}
        />
        <Amount
          label={words.contract}
          fen={line.contract_fen}
          onChange={(fen) => onChange({ contract_fen: fen ?? '0' })}
        />
        <Amount label={words.cap} fen={line.cap_fen} onChange={(fen) => onChange({ cap_fen: fen })} />
        {line.capNote !== '' && <p className="muted">{line.capNote}</p>}
        <p className="muted">{words.capHelp}</p>
        <Checkbox
          checked={line.isMustKeep}
          onChange={(event) => onChange({ isMustKeep: event.target.checked })}
        >
          {words.mustKeep}
        </Checkbox>
        <Checkbox checked={line.isWhole} onChange={(event) => onChange({ isWhole: event.target.checked })}>
          {words.whole}
        </Checkbox>
      </div>
    </Drawer>
  )
}

function Amount({
  label,
  fen,
  onChange,
}: {
  readonly label: string
  readonly fen: string | null
  readonly onChange: (fen: string | null) => void
}) {
  return (
    <div>
      <div>{label}</div>
      <MoneyInput label={label} fen={fen} onChange={onChange} className="input-number" />
    </div>
  )
}
