import { Link, useParams } from '@tanstack/react-router'
import { Button } from 'antd'
import { exanteRubric } from '../../domain/exante/index.ts'
import { OFFLINE_KINDS } from '../../domain/offline/offline-kinds.ts'
import { PageHead } from '../components/page.tsx'
import { QueryState } from '../components/query-state.tsx'
import { useRecord } from '../queries.ts'
import { usePlace } from '../session.tsx'
import type { RecordView } from '../shapes.ts'
import { zh } from '../zh.ts'
import { BringBack } from './workbook/bring-back.tsx'
import { RubricTable } from './workbook/rubric-table.tsx'

/** 离线填报: a record goes out as a workbook and comes back, its differences looked at before they count. */
export function WorkbookPage() {
  const { recordId } = useParams({ from: '/$jurisdiction/$year/records/$recordId/workbook' })
  const query = useRecord(recordId)
  return (
    <div className="page page-workbook">
      <QueryState query={query} lines={10}>
        {(view) =>
          view.record.kind === exanteRubric.kind ? <RubricTable view={view} /> : <OneWorkbook view={view} />
        }
      </QueryState>
    </div>
  )
}

function OneWorkbook({ view }: { readonly view: RecordView }) {
  const place = usePlace()
  const params = { ...place, recordId: view.record.id }
  const canWrite = view.editableSections.length > 0 && OFFLINE_KINDS.includes(view.record.kind)
  return (
    <>
      <PageHead
        title={`${zh.offline.title}：${view.project?.name ?? ''} ${view.record.title}`}
        note={zh.offline.note}
      >
        <Link to="/$jurisdiction/$year/records/$recordId" params={params}>
          {zh.offline.back}
        </Link>
      </PageHead>
      <section className="workbook-step">
        <h2>{zh.offline.exportTitle}</h2>
        <p>{zh.offline.exportText}</p>
        <Button href={`/api/records/${view.record.id}/workbook`}>{zh.offline.exportButton}</Button>
      </section>
      <section className="workbook-step">
        <h2>{zh.offline.importTitle}</h2>
        {canWrite ? <BringBack view={view} /> : <p>{zh.offline.notMine}</p>}
      </section>
    </>
  )
}
