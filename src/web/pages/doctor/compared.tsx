import { agreesAsPrinted } from '../../../domain/doctor/index.ts'
import { zh } from '../../zh.ts'

/**
 * The computed figure, and in a word whether the printed one agrees once it is rounded as it was
 * printed; colour alone would be lost in print.
 * @param agrees where figures other than points are compared
 */
export function Compared({
  printed,
  computed,
  agrees = agreesAsPrinted(printed, computed),
}: {
  readonly printed: string | null
  readonly computed: string | null
  readonly agrees?: boolean | undefined
}) {
  if (computed === null) return <span className="muted">{zh.doctor.notComputed}</span>
  if (agrees === undefined) return <>{computed}</>
  return (
    <span className={agrees ? undefined : 'doctor-differs'}>
      {computed} <span className="muted">{agrees ? zh.doctor.same : zh.doctor.differs}</span>
    </span>
  )
}
