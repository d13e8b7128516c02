import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { PILOT_TABS, type PilotTab } from '../address.ts'
import { PageHead } from '../components/page.tsx'
import { useMe } from '../session.tsx'
import { zh } from '../zh.ts'
import { CalendarPanel } from './pilot/calendar-panel.tsx'
import { RankingPanel } from './pilot/ranking-panel.tsx'
import { RegistersPanel } from './pilot/registers-panel.tsx'
import { SelectionPanel } from './pilot/selection-panel.tsx'

const PANELS: Readonly<Record<PilotTab, () => React.ReactNode>> = {
  calendar: () => <CalendarPanel />,
  selection: () => <SelectionPanel />,
  ranking: () => <RankingPanel />,
  joint: () => <RegistersPanel kinds={['pilot.leadGroup', 'pilot.meeting', 'pilot.supervision']} />,
  registers: () => <RegistersPanel kinds={['pilot.publicity', 'pilot.adoption']} />,
  programme: () => <RegistersPanel kinds={['pilot.programme']} />,
}

/** 试点工作: calendar, selection, ranking, joint work and registers, each under its own address. */
export function PilotPage() {
  const { tab } = useSearch({ from: '/$jurisdiction/$year/pilot' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/pilot' })
  const { role } = useMe().post
  const tabs = PILOT_TABS.filter((one) => one !== 'programme' || role === 'province')
  return (
    <div className="page pilot">
      <PageHead title={zh.pilot.title} />
      <Tabs
        activeKey={tab ?? 'calendar'}
        destroyOnHidden
        items={tabs.map((key) => ({ key, label: zh.pilot.tabs[key], children: PANELS[key]() }))}
        onChange={(key) => void navigate({ search: key === 'calendar' ? {} : { tab: key as PilotTab } })}
      />
    </div>
  )
}
