import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { Content } from '../../domain/forms/form.ts'
import type { Explanation } from '../../domain/shared/explanation.ts'
import type { Finding } from '../../domain/shared/finding.ts'
import type { ProjectRow } from '../../storage/project-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from './record-data.ts'

/** What the rules say about a record as it stands now; shown live beside the form. */
export type Assessment = {
  readonly findings: readonly Finding[]
  /** Path of the figure in the content (`scores/2/computed`, `light`) → why it is what it is. */
  readonly explanations: Readonly<Record<string, Explanation>>
  /** Figures the page and the documents show beside the typed ones, as text by the same paths. */
  readonly figures: Readonly<Record<string, string>>
}

export const NOTHING_TO_SAY: Assessment = { findings: [], explanations: {}, figures: {} }

/**
 * What a stage adds to the shared machinery for one kind of record. The stages differ only here.
 */
export type RecordBehaviour = {
  readonly kind: string
  /** First content of a new record: everything the product already knows, so nobody types it again. */
  readonly prefill?: (
    context: Context,
    project: ProjectRow | undefined,
    subjectId?: string,
  ) => Promise<Content>
  readonly assess?: (context: Context, data: RecordData) => Promise<Assessment>
  /** Builds the blocks of a document from the record; `content` may be an earlier frozen version. */
  readonly documents?: Readonly<
    Record<string, (context: Context, data: RecordData) => Promise<DocumentBlocks>>
  >
}
