import { Alert, Button } from 'antd'
import { useState } from 'react'
import type { Mapping } from '../../../domain/batch/mapping.ts'
import { FaultTable } from '../../components/fault-table.tsx'
import { zh } from '../../zh.ts'
import type { BatchPreview } from './batch-preview.ts'
import { MappingTable } from './mapping-table.tsx'
import { ReconciliationView } from './reconciliation.tsx'

/** Columns, then what is wrong or what would change, then one button. */
export function Preview({
  preview,
  isOvertaken,
  isWorkbook,
  look,
  write,
}: {
  readonly preview: BatchPreview
  readonly isOvertaken: boolean
  readonly isWorkbook: boolean
  readonly look: (mapping: Mapping) => void
  readonly write: () => Promise<void>
}) {
  const [isRunning, setIsRunning] = useState(false)
  const run = async () => {
    setIsRunning(true)
    await write()
    setIsRunning(false)
  }
  const isFaulty = preview.faultCount > 0
  return (
    <>
      {isOvertaken && <Alert type="warning" showIcon role="alert" title={zh.batch.overtaken} />}
      <p role="status">{zh.batch.summary(preview.lines, preview.records)}</p>
      <MappingTable preview={preview} look={look} />
      {isFaulty ? (
        <section>
          <h2>{zh.batch.faultsTitle}</h2>
          <Alert type="error" showIcon title={zh.batch.faults(preview.faultCount)} />
          {isWorkbook && (
            <Button loading={isRunning} onClick={() => void run()}>
              {zh.batch.marked}
            </Button>
          )}
          <FaultTable faults={preview.faults} />
        </section>
      ) : (
        <ReconciliationView reconciliation={preview.reconciliation} />
      )}
      {preview.warnings.length > 0 && (
        <details>
          <summary>
            {zh.batch.warningsTitle} {preview.warnings.length}
          </summary>
          <FaultTable faults={preview.warnings} />
        </details>
      )}
      {!isFaulty && (
        <div className="action-bar">
          <Button
            type="primary"
            loading={isRunning}
            disabled={preview.records === 0}
            onClick={() => void run()}
          >
            {preview.records === 0 ? zh.batch.acceptNone : zh.batch.accept(preview.records)}
          </Button>
        </div>
      )}
    </>
  )
}
