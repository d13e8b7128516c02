import { useMemo } from 'react'
import { useIndicators } from '../queries.ts'
import type { RecordView } from '../shapes.ts'
import type { Assist } from './assist.ts'
import { makeIndicatorAssist } from './indicator-assist.ts'

/** The library's proposals, where a table of indicators is open for writing; read only then. */
export function useIndicatorAssist(view: RecordView, hasCostLevel?: boolean): Assist | undefined {
  const open = view.form.sections.filter(({ id }) => view.editableSections.includes(id))
  const field = open
    .flatMap(({ fields }) => fields)
    .find(({ id, type }) => id === 'indicators' && type === 'rows')?.id
  const { data } = useIndicators(view.jurisdictionId, field !== undefined)
  const { project } = view
  return useMemo(
    () =>
      field === undefined || data === undefined
        ? undefined
        : makeIndicatorAssist(
            field,
            data,
            [project?.departmentName, project?.name, project?.unitName],
            hasCostLevel,
          ),
    [field, data, project, hasCostLevel],
  )
}
