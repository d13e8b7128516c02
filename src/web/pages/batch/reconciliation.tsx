import { formatWanYuan } from '../../../domain/shared/money.ts'
import { zh } from '../../zh.ts'
import type { BatchPreview } from './batch-preview.ts'

/** Totals side by side, amounts that change, projects the file does not mention. */
export function ReconciliationView({
  reconciliation,
}: {
  readonly reconciliation: BatchPreview['reconciliation']
}) {
  const { sums, changed, changedCount, missing, unchanged } = reconciliation
  const { sumColumns, changedColumns } = zh.batch
  return (
    <section>
      <h2>{zh.batch.reconcileTitle}</h2>
      {sums.length > 0 && (
        <table className="rows">
          <caption className="visually-hidden">{zh.batch.sums}</caption>
          <thead>
            <tr>
              <th scope="col">{sumColumns.label}</th>
              <th scope="col" className="number">
                {sumColumns.file}
              </th>
              <th scope="col" className="number">
                {sumColumns.product}
              </th>
              <th scope="col" className="number">
                {sumColumns.gap}
              </th>
            </tr>
          </thead>
          <tbody>
            {sums.map(({ column, label, file_fen, product_fen }) => (
              <tr key={column}>
                <td>{label}</td>
                <td className="number">{formatWanYuan(file_fen)}</td>
                <td className="number">{formatWanYuan(product_fen)}</td>
                <td className="number">{formatWanYuan(BigInt(file_fen) - BigInt(product_fen))}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {changedCount > 0 && (
        <>
          <h3>{zh.batch.changedTitle(changedCount)}</h3>
          <table className="rows">
            <thead>
              <tr>
                <th scope="col">{changedColumns.project}</th>
                <th scope="col">{changedColumns.label}</th>
                <th scope="col" className="number">
                  {changedColumns.before}
                </th>
                <th scope="col" className="number">
                  {changedColumns.after}
                </th>
              </tr>
            </thead>
            <tbody>
              {changed.map(({ code, name, label, before_fen, after_fen }) => (
                <tr key={`${code} ${label}`}>
                  <td>{name}</td>
                  <td>{label}</td>
                  <td className="number">{before_fen === null ? '' : formatWanYuan(before_fen)}</td>
                  <td className="number">{formatWanYuan(after_fen)}</td>
                </tr>
              ))}
            </tbody>
          </table>
        </>
      )}
      {missing.length > 0 && (
        <details>
          <summary>{zh.batch.missingTitle(missing.length)}</summary>
          <ul>
            {missing.map(({ code, name }) => (
              <li key={code}>
                {code} {name}
              </li>
            ))}
          </ul>
        </details>
      )}
      <p className="muted">{zh.batch.unchanged(unchanged)}</p>
    </section>
  )
}
