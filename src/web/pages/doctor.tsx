import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { useState } from 'react'
import type { DoctorTable } from '../../domain/doctor/index.ts'
import { PageHead } from '../components/page.tsx'
import { zh } from '../zh.ts'
import { CheckPanel } from './doctor/check-panel.tsx'
import { RecomputePanel } from './doctor/recompute-panel.tsx'
import { RecordFigures } from './doctor/record-figures.tsx'

/** 表格体检 and 自己算一遍: printed figures, computed ones beside them, and why. */
export function DoctorPage() {
  const { tab = 'check', record } = useSearch({ from: '/$jurisdiction/$year/doctor' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/doctor' })
  const [table, setTable] = useState<DoctorTable>()
  const [count, setCount] = useState(0)
  const show = (key: string) => void navigate({ search: key === 'recompute' ? { tab: 'recompute' } : {} })
  const recompute = (chosen: DoctorTable) => {
    setTable(chosen)
    setCount(count + 1)
    show('recompute')
  }
  const items = [
    { key: 'check', label: zh.doctor.tabs.check, children: <CheckPanel onRecompute={recompute} /> },
    {
      key: 'recompute',
      label: zh.doctor.tabs.recompute,
      children:
        record === undefined ? (
          <RecomputePanel key={count} given={table} />
        ) : (
          <RecordFigures recordId={record} />
        ),
    },
  ]
  return (
    <div className="page page-doctor">
      <PageHead title={zh.doctor.title} note={zh.doctor.note} />
      <Tabs size="small" activeKey={tab} items={items} onChange={show} />
    </div>
  )
}
