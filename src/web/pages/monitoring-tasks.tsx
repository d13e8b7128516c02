import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useMonitoringTasks } from '../queries-monitoring.ts'
import { usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { IssueRounds } from './monitoring/issue-rounds.tsx'
import { PaymentHolds } from './monitoring/payment-holds.tsx'

const words = zh.monitoring.tasks

/** 监控任务: rounds for every project of the place in one act, and what the payment side holds back. */
export function MonitoringTasksPage() {
  const place = usePlace()
  const query = useMonitoringTasks(place)
  return (
    <div className="page">
      <PageHead title={words.title} note={query.data && words.note(query.data.projects.length)} />
      <QueryState query={query} lines={8}>
        {(tasks) => <IssueRounds tasks={tasks} />}
      </QueryState>
      <PaymentHolds />
    </div>
  )
}
