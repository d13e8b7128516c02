import { useQuery } from '@tanstack/react-query'
import { get } from './api.ts'
import type { MonitoringTasks, Outlook, PaymentHold } from './shapes-monitoring.ts'

/** A project's two lines over its year, the forecast and the lights so far. */
export function useOutlook(projectId: string) {
  return useQuery({
    queryKey: ['outlook', projectId],
    queryFn: () => get<Outlook>('/api/monitoring/outlook', { projectId }),
  })
}

/** Which rounds a place may issue, and where its projects stand. */
export function useMonitoringTasks(where: { readonly jurisdiction: string; readonly year: string }) {
  return useQuery({
    queryKey: ['monitoring-tasks', where],
    queryFn: () => get<MonitoringTasks>('/api/monitoring/tasks', where),
  })
}

/** What the payment side holds back. */
export function usePaymentHolds(where: { readonly jurisdiction: string; readonly year: string }) {
  return useQuery({
    queryKey: ['payment-holds', where],
    queryFn: () => get<{ readonly items: readonly PaymentHold[] }>('/api/monitoring/payment-holds', where),
  })
}
