import { zh } from '../zh.ts'
import { keyed } from './keyed.ts'

/** Grey lines where text will stand: what comes has the same place, nothing jumps. */
export function LoadingShape({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div className="shape" role="status" aria-label={zh.common.loading}>
      {keyed(Array.from({ length: lines })).map(({ key }) => (
        <span key={key} className="shape-line" />
      ))}
    </div>
  )
}

/** Shown while the code of a page is on its way. */
export function PageShape() {
  return (
    <div className="page">
      <LoadingShape lines={10} />
    </div>
  )
}
