import type { TargetsLibraryChangeContent } from '../forms/contents.ts'
import type { LibraryIndicator } from './indicator.ts'

type Content = TargetsLibraryChangeContent

/** Cited by what a place sets for itself; the document stands in `sourceText`. */
const LOCAL_SOURCE = 'local'

/** The fields of a proposal filled with an indicator as it is, to be changed from there. */
export function contentOf(indicator: LibraryIndicator): Content {
  const { count, projectKinds, synonyms, level2, standing } = indicator
  return {
    sector: indicator.sector as Content['sector'] & string,
    level1: indicator.level1,
    level2: level2 as Content['level2'] & string,
    name: indicator.name,
    definition: indicator.definition,
    formula: indicator.formula,
    kind: indicator.kind,
    operator: indicator.operator ?? null,
    unit: indicator.unit ?? null,
    accumulation: count ?? null,
    basis: indicator.basis,
    obtaining: indicator.obtaining,
    example: indicator.example,
    dataSource: indicator.dataSource,
    evidenceClass: indicator.evidenceClass,
    evidence: indicator.evidence,
    frequency: indicator.frequency,
    projectKinds: projectKinds.join('、'),
    synonyms: synonyms.join('、'),
    standing: standing === 'seen' ? 'seen' : 'memory',
    mistakes: indicator.mistakes,
  }
}

/** The indicator a complete proposal describes. Quantities alone keep sign, unit and counting. */
export function indicatorOf(
  content: Content,
  of: { readonly id: string; readonly version: number },
): LibraryIndicator {
  const { kind = 'quant', operator, unit, accumulation } = content
  const measure = {
    ...(operator ? { operator } : {}),
    ...(unit ? { unit } : {}),
    ...(accumulation ? { count: accumulation } : {}),
  }
  return {
    ...of,
    sector: content.sector ?? '',
    level1: content.level1 ?? 'output',
    level2: content.level2 ?? '',
    name: content.name?.trim() ?? '',
    definition: content.definition?.trim() ?? '',
    formula: content.formula?.trim() ?? '',
    kind: kind ?? 'quant',
    ...measure,
    basis: content.basis ?? 'other',
    obtaining: content.obtaining ?? 'description',
    example: content.example?.trim() ?? '',
    dataSource: content.dataSource ?? '',
    evidenceClass: content.evidenceClass ?? 'statement',
    evidence: content.evidence ?? '',
    frequency: content.frequency ?? 'year',
    projectKinds: listOf(content.projectKinds),
    synonyms: listOf(content.synonyms),
    isLocked: false,
    sourceId: LOCAL_SOURCE,
    sourceText: content.sourceText?.trim() || '本地工作需要',
    standing: content.standing ?? 'memory',
    mistakes: content.mistakes ?? '',
  }
}

function listOf(text: string | null | undefined): string[] {
  return (text ?? '')
    .split(/[、，,；;\s]+/)
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
