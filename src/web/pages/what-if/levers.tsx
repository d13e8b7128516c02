import { Slider } from 'antd'
import type { ScenarioLine } from '../../../domain/results/compute/what-if/scenario.ts'
import { formatBp } from '../../../domain/shared/ratio.ts'
import { Money } from '../../components/money.tsx'
import { zh } from '../../zh.ts'
import { MoneyInput } from './money-input.tsx'
import type { Workbench } from './use-workbench.ts'

const words = zh.whatIf
/** A step of the slider: ten thousand yuan. */
const WAN_FEN = 1_000_000

/** What can be moved: the envelope and how much the scores count; departments in a fold. */
export function Levers({ workbench }: { readonly workbench: Workbench }) {
  const { settings, setSettings, lines } = workbench
  const requests = lines.reduce((sum, { request_fen }) => sum + Number(request_fen), 0)
  const most = Math.ceil(Math.max(requests, Number(settings.envelope_fen)) / WAN_FEN)
  return (
    <section className="what-if-levers" aria-label={words.money}>
      <div className="what-if-lever">
        <span>{words.envelope}</span>
        <Slider
          ariaLabelForHandle={words.envelope}
          min={0}
          max={most}
          value={Math.round(Number(settings.envelope_fen) / WAN_FEN)}
          tooltip={{ open: false }}
          onChange={(wan: number) => setSettings({ ...settings, envelope_fen: String(wan * WAN_FEN) })}
        />
        <MoneyInput
          label={`${words.envelope}（${zh.unit.wan}）`}
          fen={settings.envelope_fen}
          onChange={(fen) => setSettings({ ...settings, envelope_fen: fen ?? '0' })}
        />
      </div>
      <div className="what-if-lever">
        <span>{words.performance}</span>
        <Slider
          ariaLabelForHandle={words.performance}
          min={1}
          max={100}
          value={Math.round(settings.performance_bp / 100)}
          tooltip={{ open: false }}
          onChange={(percent: number) => setSettings({ ...settings, performance_bp: percent * 100 })}
        />
        <span className="strong">{formatBp(settings.performance_bp)}</span>
      </div>
      <p className="muted">{words.performanceHelp}</p>
      <Departments workbench={workbench} />
    </section>
  )
}

function Departments({ workbench: { settings, setSettings, lines } }: { readonly workbench: Workbench }) {
  const set = (departmentId: string, change: { min_fen?: string | null; max_fen?: string | null }) =>
    setSettings({
      ...settings,
      departments: settings.departments.map((one) =>
        one.departmentId === departmentId ? { ...one, ...change } : one,
      ),
    })
  const bounded = settings.departments.filter(({ min_fen, max_fen }) => min_fen !== null || max_fen !== null)
  return (
    <details>
      <summary>
        {words.departments}
        {bounded.length > 0 && `（${bounded.length}）`}
      </summary>
      <table className="data">
        <caption className="visually-hidden">{words.departments}</caption>
        <thead>
          <tr>
            <th scope="col">{words.departmentColumns.name}</th>
            <th scope="col" className="number">
              {words.departmentColumns.base}
            </th>
            <th scope="col">{words.departmentColumns.min}</th>
            <th scope="col">{words.departmentColumns.max}</th>
          </tr>
        </thead>
        <tbody>
          {settings.departments.map(({ departmentId, departmentName, min_fen, max_fen }) => (
            <tr key={departmentId}>
              <th scope="row">{departmentName}</th>
              <td className="number">
                <Money fen={baseOf(lines, departmentId)} />
              </td>
              <td>
                <MoneyInput
                  label={words.departmentOf(departmentName, words.departmentColumns.min)}
                  fen={min_fen}
                  onChange={(fen) => set(departmentId, { min_fen: fen })}
                />
              </td>
              <td>
                <MoneyInput
                  label={words.departmentOf(departmentName, words.departmentColumns.max)}
                  fen={max_fen}
                  onChange={(fen) => set(departmentId, { max_fen: fen })}
                />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  )
}

function baseOf(lines: readonly ScenarioLine[], departmentId: string): string {
  const own = lines.filter((line) => line.departmentId === departmentId)
  return String(own.reduce((sum, { base_fen }) => sum + BigInt(base_fen), 0n))
}
