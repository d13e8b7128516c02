import { zh } from '../zh.ts'

/** Grey lines where text will stand: what comes has the same place, nothing jumps. */
export function LoadingShape({ lines = 6 }: { readonly lines?: number }) {
  return (
    <div className="shape" role="status" aria-label={zh.common.loading}>
      {Array.from({ length: lines }, (_, index) => (
        <span key={index} className="shape-line" />
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
