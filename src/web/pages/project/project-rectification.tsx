import { type Column, DataTable } from '../../components/data-table.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { Why } from '../../components/why.tsx'
import { useRectification, useResponsibility } from '../../queries-rectification.ts'
import type { ProjectFile } from '../../shapes.ts'
import type { AnswerablePerson } from '../../shapes-rectification.ts'
import { zh } from '../../zh.ts'
import { RectificationTable } from '../rectification/rectification-table.tsx'

const words = zh.rectification

/** A project's problems with their state, and who answers for what of it. */
export function ProjectRectification({ project }: { readonly project: ProjectFile['project'] }) {
  const { id: projectId, jurisdictionId: jurisdiction, fiscalYear: year } = project
  const list = useRectification({ jurisdiction, year, projectId })
  const responsibility = useResponsibility(projectId)
  return (
    <>
      <section className="page-part" aria-label={words.title}>
        <h3>{words.title}</h3>
        <QueryState query={list} lines={3}>
          {({ items, rate }) =>
            items.length === 0 ? (
              <p className="muted">{words.emptyTitle}</p>
            ) : (
              <>
                <p>
                  {words.rate} <span className="number">{rate.value}</span>{' '}
                  <Why explanation={rate.explanation} label={words.rate} isInTable />
                </p>
                <RectificationTable items={items} isOfProject />
              </>
            )
          }
        </QueryState>
      </section>
      <section className="page-part" aria-label={words.responsibility.title}>
        <h3>{words.responsibility.title}</h3>
        <p className="muted">{words.responsibility.note}</p>
        <QueryState query={responsibility} lines={3}>
          {({ people }) =>
            people.length === 0 ? (
              <p className="muted">{words.responsibility.empty}</p>
            ) : (
              <DataTable
                caption={words.responsibility.title}
                columns={COLUMNS}
                rows={people}
                rowKey={({ personName, organisationName }) => `${personName} ${organisationName}`}
              />
            )
          }
        </QueryState>
      </section>
    </>
  )
}

const COLUMNS: readonly Column<AnswerablePerson>[] = [
  {
    id: 'person',
    title: words.responsibility.columns.person,
    isHeader: true,
    width: 110,
    cell: ({ personName }) => personName,
  },
  {
    id: 'organisation',
    title: words.responsibility.columns.organisation,
    width: 220,
    cell: ({ organisationName }) => organisationName,
  },
  {
    id: 'duties',
    title: words.responsibility.columns.duties,
    cell: ({ duties }) =>
      duties.map(({ title, acts }) => (
        <span key={title} title={acts.join('\n')}>
          {words.responsibility.duty(title, acts.length)}{' '}
        </span>
      )),
  },
]
