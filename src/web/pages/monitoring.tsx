import { useNavigate, useSearch } from '@tanstack/react-router'
import { Segmented } from 'antd'
import { optionLabel } from '../../domain/forms/form-index.ts'
import { EmptyState } from '../components/empty-state.tsx'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useFormDefinition, useJurisdictions, useMonitorOverview, useMonitorPoints } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { MonitorOverview } from '../shapes-monitoring.ts'
import { zh } from '../zh.ts'
import { Gaps } from './monitoring/gaps.tsx'
import { groupsOf, totalOf } from './monitoring/group-sums.ts'
import { GroupTable } from './monitoring/group-table.tsx'
import { LastYearLink } from '../frame/last-year-link.tsx'

const words = zh.overview

/** 监控总览: how far money and targets of all projects in sight have come, and who is behind. */
export function MonitoringPage() {
  const { jurisdiction, year } = usePlace()
  const { month } = useSearch({ from: '/$jurisdiction/$year/monitoring' })
  const { data: divisions } = useJurisdictions()
  const isProvince = divisions?.items.find(({ id }) => id === jurisdiction)?.level === 'province'
  const place = isProvince ? undefined : jurisdiction
  const query = useMonitorOverview(place, year, month)
  return (
    <div className="page">
      <PageHead
        title={words.title}
        {...(query.data?.month ? { note: words.monthTitle(query.data.month) } : {})}
      >
        {query.data && <Choices overview={query.data} isProvince={isProvince} />}
      </PageHead>
      <QueryState query={query} lines={12}>
        {(overview) =>
          overview.month === null || overview.groups.length === 0 ? (
            <EmptyState title={words.emptyTitle} text={words.emptyText}>
              <LastYearLink />
            </EmptyState>
          ) : (
            <Month overview={overview} month={overview.month} place={place} />
          )
        }
      </QueryState>
    </div>
  )
}

function Choices({
  overview: { months, month },
  isProvince,
}: {
  readonly overview: MonitorOverview
  readonly isProvince: boolean
}) {
  const { by } = useSearch({ from: '/$jurisdiction/$year/monitoring' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/monitoring' })
  if (month === null) return null
  return (
    <>
      {months.length > 1 && (
        <Segmented
          aria-label={words.month}
          value={month}
          options={months.map((value) => ({ value, label: words.monthTitle(value) }))}
          onChange={(chosen) => void navigate({ search: (now) => ({ ...now, month: chosen }) })}
        />
      )}
      <Segmented
        aria-label={words.groupBy}
        value={by ?? 'office'}
        options={[
          { value: 'office', label: isProvince ? words.byPlace : words.byDepartment },
          { value: 'category', label: words.byCategory },
        ]}
        onChange={(chosen) =>
          void navigate({
            search: ({ by: _, ...rest }) => (chosen === 'category' ? { ...rest, by: 'category' } : rest),
          })
        }
      />
    </>
  )
}

function Month({
  overview,
  month,
  place,
}: {
  readonly overview: MonitorOverview
  readonly month: number
  readonly place: string | undefined
}) {
  const { year } = usePlace()
  const { by } = useSearch({ from: '/$jurisdiction/$year/monitoring' })
  const points = useMonitorPoints(place, year, month)
  const { data: entry } = useFormDefinition('project/entry')
  const categories = (points.data?.categories ?? []).map(({ category, ...sums }) => ({
    ...sums,
    id: category,
    name: (entry && category !== '' && optionLabel(entry, 'category', category)) || words.noCategory,
  }))
  const groups = groupsOf(by === 'category' ? categories : overview.groups)
  const kind = by === 'category' ? 'category' : place === undefined ? 'name' : 'department'
  return (
    <div className="monitoring">
      <GroupTable groups={groups} total={totalOf(groups, words.total)} kind={kind} />
      <QueryState query={points} lines={8}>
        {(data) => <Gaps data={data} worst={overview.worst} />}
      </QueryState>
    </div>
  )
}
