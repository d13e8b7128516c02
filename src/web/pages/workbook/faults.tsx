import { Alert, Button } from 'antd'
import type { IntakeFault } from '../../../domain/intake/intake-fault.ts'
import { ApiError } from '../../api-error.ts'
import { FaultTable } from '../../components/fault-table.tsx'
import { saveFile } from '../../save-file.ts'
import { zh } from '../../zh.ts'

type Given = { readonly faults: readonly IntakeFault[]; readonly workbook: string | undefined }

/** What is wrong in a refused workbook, and the same workbook with it marked; nothing for other errors. */
export function faultsOf(error: unknown): Given | undefined {
  if (!(error instanceof ApiError)) return undefined
  const { faults, workbook_base64 } = error.details
  if (!Array.isArray(faults)) return undefined
  return {
    faults: faults as readonly IntakeFault[],
    workbook: typeof workbook_base64 === 'string' ? workbook_base64 : undefined,
  }
}

export function Faults({ faults, workbook }: Given) {
  return (
    <div className="workbook-faults">
      <Alert type="error" showIcon role="alert" title={zh.offline.faults(faults.length)} />
      {workbook !== undefined && <Button onClick={() => saveWorkbook(workbook)}>{zh.offline.marked}</Button>}
      <FaultTable faults={faults} />
    </div>
  )
}

const NAME = '需要改正.xlsx'
const MEDIA_TYPE = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

export function saveWorkbook(base64: string): void {
  const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0))
  saveFile(new Blob([bytes], { type: MEDIA_TYPE }), NAME)
}
