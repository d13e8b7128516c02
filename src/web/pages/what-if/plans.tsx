import { useMutation, useQueryClient } from '@tanstack/react-query'
import { App, Button } from 'antd'
import { messageOf } from '../../api-error.ts'
import { makeQuery, post } from '../../api.ts'
import { movesOf } from '../../../domain/results/compute/what-if/moves.ts'
import { formatBp, formatRatio, ratioOf } from '../../../domain/shared/ratio.ts'
import { EmptyState } from '../../components/empty-state.tsx'
import { Money } from '../../components/money.tsx'
import { Why } from '../../components/why.tsx'
import { formatDay } from '../../format.ts'
import type { Adoption, ScenarioView, StoredPlan } from '../../shapes-what-if.ts'
import { zh } from '../../zh.ts'

const words = zh.whatIf

/** The plans kept, side by side: their figures first, then the projects they treat differently. */
export function Plans({ view: { plans, canAdopt } }: { readonly view: ScenarioView }) {
  return (
    <section className="page-part" aria-label={words.plans}>
      <h2>{words.plans}</h2>
      {plans.length === 0 ? (
        <EmptyState title={words.plansEmptyTitle} text={words.plansEmptyText} />
      ) : (
        <>
          <p className="muted">{words.plansNote}</p>
          <table className="data">
            <caption className="visually-hidden">{words.plans}</caption>
            <thead>
              <tr>
                <th scope="col" />
                {plans.map((plan) => (
                  <th key={plan.id} scope="col">
                    {plan.name}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rowsFor(canAdopt).map(({ title, cell }) => (
                <tr key={title}>
                  <th scope="row">{title}</th>
                  {plans.map((plan) => (
                    <td key={plan.id}>{cell(plan)}</td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
          {plans.length > 1 && <Differences plans={plans} />}
        </>
      )}
    </section>
  )
}

function rowsFor(canAdopt: boolean): { title: string; cell: (plan: StoredPlan) => React.ReactNode }[] {
  const moves = ({ lines, result }: StoredPlan) => movesOf(lines, result.amounts)
  return [
    { title: words.envelope, cell: ({ settings }) => <Money fen={settings.envelope_fen} withUnit /> },
    { title: words.performance, cell: ({ settings }) => formatBp(settings.performance_bp) },
    { title: words.summary.total, cell: ({ result }) => <Money fen={result.total_fen} withUnit /> },
    { title: words.summary.weighted, cell: ({ result }) => <Money fen={result.weighted_fen} withUnit /> },
    { title: words.summary.winners, cell: (plan) => words.projects(moves(plan).winners.length) },
    { title: words.summary.losers, cell: (plan) => words.projects(moves(plan).losers.length) },
    { title: words.summary.freed, cell: (plan) => <Money fen={String(moves(plan).freed_fen)} withUnit /> },
    { title: words.summary.moved, cell: (plan) => <Moved plan={plan} /> },
    {
      title: words.memo,
      cell: ({ id, name }) => (
        <Button
          size="small"
          href={`/api/what-if/memo${makeQuery({ planId: id })}`}
          aria-label={`${name}：${words.memo}`}
        >
          {zh.common.download}
        </Button>
      ),
    },
    { title: words.adopt, cell: (plan) => <Adopt plan={plan} canAdopt={canAdopt} /> },
  ]
}

function Moved({ plan: { name, result } }: { readonly plan: StoredPlan }) {
  return (
    <>
      {formatRatio(ratioOf(BigInt(result.moved.total_fen), BigInt(result.total_fen)))}{' '}
      <Why explanation={result.moved.explanation} label={`${name}：${words.summary.moved}`} isInTable />
    </>
  )
}

function Adopt({ plan, canAdopt }: { readonly plan: StoredPlan; readonly canAdopt: boolean }) {
  const { modal, message } = App.useApp()
  const queryClient = useQueryClient()
  const adopt = useMutation({
    mutationFn: () => post<Adoption>('/api/what-if/adoptions', { planId: plan.id, version: plan.version }),
    onSuccess: async ({ begun, updated, skipped }) => {
      await queryClient.invalidateQueries({ queryKey: ['scenario'] })
      modal.info({
        title: words.adoptedResult(begun, updated, skipped.length),
        content: skipped.length > 0 && (
          <>
            <p>{words.skipped}</p>
            <ul>
              {skipped.map(({ projectName, why }) => (
                <li key={projectName}>{`${projectName}：${why}`}</li>
              ))}
            </ul>
          </>
        ),
      })
    },
    onError: (error) => void message.error(messageOf(error), 6),
  })
  if (plan.adoptedAt !== null) return <>{words.adopted(formatDay(plan.adoptedAt), plan.adoptedBy ?? '')}</>
  if (!canAdopt) return <>—</>
  const ask = () =>
    modal.confirm({
      title: words.adoptTitle(plan.name),
      content: words.adoptText,
      okText: words.adopt,
      cancelText: zh.common.cancel,
      onOk: () => adopt.mutateAsync(),
    })
  return (
    <Button
      size="small"
      aria-label={`${words.adopt}${plan.name}`}
      loading={adopt.isPending}
      onClick={() => void ask()}
    >
      {words.adopt}
    </Button>
  )
}

/** Projects that do not get the same from every plan. */
function Differences({ plans }: { readonly plans: readonly StoredPlan[] }) {
  const amounts = plans.map(
    ({ result }) => new Map(result.amounts.map(({ projectId, amount_fen }) => [projectId, amount_fen])),
  )
  const lines = (plans[0]?.lines ?? []).filter(
    ({ projectId }) => new Set(amounts.map((plan) => plan.get(projectId))).size > 1,
  )
  return (
    <details open={lines.length <= 20}>
      <summary>{words.compare}</summary>
      <p className="muted">{lines.length === 0 ? words.compareSame : words.compareNote}</p>
      {lines.length > 0 && (
        <table className="data">
          <caption className="visually-hidden">{words.compare}</caption>
          <thead>
            <tr>
              <th scope="col">{words.lineColumns.project}</th>
              <th scope="col" className="number">{`${words.lineColumns.base}（${zh.unit.wan}）`}</th>
              {plans.map(({ id, name }) => (
                <th key={id} scope="col" className="number">
                  {name}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map(({ projectId, name, base_fen }) => (
              <tr key={projectId}>
                <th scope="row">{name}</th>
                <td className="number">
                  <Money fen={base_fen} />
                </td>
                {plans.map(({ id }, index) => (
                  <td key={id} className="number">
                    <Money fen={amounts[index]?.get(projectId)} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </details>
  )
}
