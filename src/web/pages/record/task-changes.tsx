import { Link } from '@tanstack/react-router'
import { rectificationTaskChange } from '../../../domain/results/index.ts'
import { DateText } from '../../components/money.tsx'
import { QueryState } from '../../components/query-state.tsx'
import { useTaskChanges } from '../../queries-rectification.ts'
import { usePlace } from '../../session.tsx'
import type { TaskChanges as Changes } from '../../shapes-rectification.ts'
import { zh } from '../../zh.ts'
import { BeginButton } from '../project/begin-button.tsx'
import { pathOfKind } from '../project/present-file.ts'

const words = zh.rectification.changes

/** 延期和免予整改 of a task: what was asked and decided; the unit asks here. */
export function TaskChangesPanel({ recordId }: { readonly recordId: string }) {
  const query = useTaskChanges(recordId)
  return (
    <section aria-label={words.title}>
      <h3>{words.title}</h3>
      <QueryState query={query} lines={2}>
        {(changes) => <ChangeList changes={changes} recordId={recordId} />}
      </QueryState>
    </section>
  )
}

function ChangeList({ changes, recordId }: { readonly changes: Changes; readonly recordId: string }) {
  const place = usePlace()
  const { kind, title, stage } = rectificationTaskChange
  return (
    <>
      {changes.items.length === 0 ? (
        <p className="muted">{words.none}</p>
      ) : (
        <ul>
          {changes.items.map((item) => (
            <li key={item.recordId}>
              <Link
                to="/$jurisdiction/$year/records/$recordId"
                params={{ ...place, recordId: item.recordId }}
              >
                {item.about}
              </Link>{' '}
              {item.newDueOn !== null && <DateText value={item.newDueOn} />} {item.stateTitle}
              <div className="muted">{item.reason}</div>
            </li>
          ))}
        </ul>
      )}
      {changes.canAsk && changes.projectId !== null && (
        <BeginButton
          one={{ kind, title, stage, path: pathOfKind(kind), subjectId: recordId }}
          projectId={changes.projectId}
          label={words.ask}
        />
      )}
    </>
  )
}
