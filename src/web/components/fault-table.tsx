import type { IntakeFault } from '../../domain/intake/intake-fault.ts'
import { zh } from '../zh.ts'

/** What is wrong in a file that was brought in: the cell and the words, in the order of the file. */
export function FaultTable({ faults }: { readonly faults: readonly IntakeFault[] }) {
  return (
    <div className="table-scroll">
      <table className="rows">
        <thead>
          <tr>
            <th scope="col">{zh.offline.faultPlace}</th>
            <th scope="col">{zh.offline.faultText}</th>
          </tr>
        </thead>
        <tbody>
          {faults.map(({ place, message }) => (
            <tr key={`${place} ${message}`}>
              <td>{place}</td>
              <td>{message}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}
