import { Button } from 'antd'
import { acceptance } from '../../../domain/pilot/index.ts'
import { makeQuery } from '../../api.ts'
import type { RecordView } from '../../shapes.ts'
import { zh } from '../../zh.ts'

/** What an acceptance was judged on, to be taken along and computed again. */
export function AcceptanceFile({ view }: { readonly view: RecordView }) {
  if (view.record.kind !== acceptance.kind || view.record.state === 'draft') return null
  return (
    <p>
      <Button
        size="small"
        href={`/api/pilot/acceptance-file${makeQuery({ recordId: view.record.id })}`}
        download
      >
        {zh.pilot.acceptanceFile}
      </Button>{' '}
      <span className="muted">{zh.pilot.acceptanceFileHelp}</span>
    </p>
  )
}
