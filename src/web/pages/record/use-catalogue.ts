import { useMemo } from 'react'
import type { FormDefinition } from '../../../domain/forms/form.ts'
import { catalogueOf, hasCostLevel, type Template, withCatalogue } from '../../../domain/indicators/index.ts'
import type { RecordView } from '../../shapes.ts'
import { rulesDay, useRuleReader } from '../doctor/use-rule-reader.ts'

const TEMPLATE_OF: Readonly<Record<string, Template>> = {
  'targets.sheet': 'project',
  'targets.departmentWhole': 'departmentWhole',
  'targets.policy': 'policy',
}

/** The form with the levels of the catalogue its place and year use; whole until that is known. */
export function useCatalogue({ record, fiscalYear, form, editableSections }: RecordView): {
  readonly form: FormDefinition
  readonly hasCostLevel: boolean | undefined
} {
  const template = TEMPLATE_OF[record.kind]
  const isWanted = template !== undefined && editableSections.includes('indicators')
  const { reader } = useRuleReader(rulesDay(fiscalYear, ''), isWanted)
  return useMemo(() => {
    if (!reader || template === undefined) return { form, hasCostLevel: undefined }
    const catalogue = catalogueOf(reader, template)
    return { form: withCatalogue(form, catalogue), hasCostLevel: hasCostLevel(catalogue) }
  }, [reader, template, form])
}
