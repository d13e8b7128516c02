import { Tooltip } from 'antd'
import { zh } from '../zh.ts'

/** Says that nothing here speaks of a real body. */
export function DemoMark({ isDemo = true }: { readonly isDemo?: boolean }) {
  if (!isDemo) return null
  return (
    <Tooltip title={zh.common.demoHelp}>
      <span className="mark mark-demo">{zh.common.demo}</span>
    </Tooltip>
  )
}

/** Stands beside whatever a value decided that nobody has compared with its official text. */
export function UncheckedMark() {
  return (
    <Tooltip title={zh.rules.uncheckedHelp}>
      <span className="mark mark-unchecked">{zh.rules.unchecked}</span>
    </Tooltip>
  )
}

export function PilotMark({ isPilot }: { readonly isPilot: boolean }) {
  return isPilot ? <span className="mark mark-pilot">{zh.projects.pilot}</span> : null
}
