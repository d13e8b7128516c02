import { Link } from '@tanstack/react-router'
import { EmptyState } from '../components/empty-state.tsx'
import { DateText, Money } from '../components/money.tsx'
import { PageHead } from '../components/page.tsx'
import { RoundNotice } from '../components/round-notice.tsx'
import { QueryState } from '../components/query-state.tsx'
import { type Column, DataTable } from '../components/data-table.tsx'
import { useTodos } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { Todo } from '../shapes.ts'
import { zh } from '../zh.ts'
import { daysLeft, groupTodos, type TodoGroup } from './todos/group-todos.ts'

export function TodosPage() {
  const place = usePlace()
  const query = useTodos()
  const groups = query.data === undefined ? [] : groupTodos(query.data.items, query.data.today)
  const overdue = groups.find(({ id }) => id === 'overdue')?.items.length ?? 0
  const note = query.data === undefined ? undefined : zh.todos.summary(query.data.items.length, overdue)
  return (
    <div className="page">
      <PageHead title={zh.todos.title} note={note}>
        <RoundNotice place={place} isLinked />
      </PageHead>
      <QueryState query={query}>
        {({ today }) =>
          groups.length === 0 ? (
            <EmptyState title={zh.todos.emptyTitle} text={zh.todos.emptyText} />
          ) : (
            groups.map((group) => <TodoSection key={group.id} group={group} today={today} />)
          )
        }
      </QueryState>
    </div>
  )
}

function TodoSection({ group, today }: { readonly group: TodoGroup; readonly today: string }) {
  const { jurisdiction } = usePlace()
  const isProvince = group.items.some((todo) => todo.jurisdictionId !== jurisdiction)
  return (
    <section className={`todo-group todo-${group.id}`} aria-labelledby={`todo-${group.id}`}>
      <h2 id={`todo-${group.id}`}>
        {zh.todos[group.id]} <span className="count">{group.items.length}</span>
      </h2>
      <DataTable
        caption={zh.todos[group.id]}
        columns={columnsFor(today, isProvince)}
        rows={group.items}
        rowKey={(todo) => `${todo.recordId}${todo.page ?? ''}`}
      />
    </section>
  )
}

function columnsFor(today: string, isProvince: boolean): readonly Column<Todo>[] {
  return [
    { id: 'action', title: zh.todos.columns.action, width: 190, cell: (todo) => <TodoAction todo={todo} /> },
    {
      id: 'object',
      title: zh.todos.columns.object,
      isHeader: true,
      cell: (todo) => <TodoObject todo={todo} isProvince={isProvince} />,
    },
    {
      id: 'amount',
      title: `${zh.todos.columns.amount}（${zh.unit.wan}）`,
      width: 130,
      isNumber: true,
      cell: (todo) => <Money fen={todo.amount_fen} />,
    },
    {
      id: 'since',
      title: zh.todos.columns.since,
      width: 110,
      cell: (todo) => <DateText value={todo.since} />,
    },
    { id: 'due', title: zh.todos.columns.due, width: 190, cell: (todo) => <Due todo={todo} today={today} /> },
    {
      id: 'next',
      title: zh.todos.columns.next,
      width: 150,
      cell: (todo) => (todo.nextHands.length === 0 ? zh.todos.nobody : todo.nextHands.join('、')),
    },
  ]
}

function TodoAction({ todo }: { readonly todo: Todo }) {
  const { year } = usePlace()
  const params = { jurisdiction: todo.jurisdictionId, year, recordId: todo.recordId }
  if (todo.page === 'owners') {
    return (
      <Link to="/$jurisdiction/$year/owners" params={params} className="todo-action">
        {todo.task}
      </Link>
    )
  }
  return (
    <Link to="/$jurisdiction/$year/records/$recordId" params={params} className="todo-action">
      {todo.task}
    </Link>
  )
}

function TodoObject({ todo, isProvince }: { readonly todo: Todo; readonly isProvince: boolean }) {
  return (
    <>
      <span className="strong">{todo.projectName ?? todo.jurisdictionName}</span>
      <span className="muted"> {todo.recordTitle}</span>
      {isProvince && todo.projectName !== null && <span className="muted"> · {todo.jurisdictionName}</span>}
      {todo.why !== undefined && (
        <p className="todo-why muted">{zh.todos.why(todo.why.sentence, todo.why.ruleId)}</p>
      )}
    </>
  )
}

function Due({ todo, today }: { readonly todo: Todo; readonly today: string }) {
  if (todo.dueOn === null) return <span className="muted">—</span>
  const left = daysLeft(todo.dueOn, today)
  return (
    <>
      <DateText value={todo.dueOn} />{' '}
      <span className={left < 0 ? 'late' : 'muted'}>
        {left < 0 ? zh.todos.overdueDays(-left) : zh.todos.daysLeft(left)}
      </span>
    </>
  )
}
