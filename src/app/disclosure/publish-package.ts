import { toUtf8 } from '../../domain/ledger/bytes.ts'
import { kindOf } from '../../domain/disclosure/published-office.ts'
import { originOf } from '../../domain/ledger/origin.ts'
import { sealedText } from '../../domain/ledger/sealed-value.ts'
import { toChinaTime } from '../../domain/ledger/stored-image.ts'
import { systemLeaf } from '../../domain/ledger/system-leaf.ts'
import { GRADES } from '../../domain/shared/grade.ts'
import { insertVersion } from '../../storage/disclosure-repository.ts'
import { appendLeaves } from '../../storage/ledger-append.ts'
import type { Context } from '../kernel/context.ts'
import type { Package } from './build-package.ts'

/**
 * Copies what is published into the room of the public, in the transaction of the act. A leaf of its own carries
 * the digest: it says nothing that is not public, so that its proof may be handed to everybody.
 */
export async function publishPackage(context: Context, { published, text, digest }: Package): Promise<void> {
  const { id, version, place, project, evaluation, selfEvaluation } = published
  const leaf = systemLeaf('disclosure.package', place.code, toChinaTime(context.now), {
    package: {
      id,
      version,
      format: published.format,
      project: project.name,
      year: published.year,
      ...digest,
      ...(published.published.correction ? { correction: published.published.correction } : {}),
    },
  })
  const [appended] = await appendLeaves(
    context.db,
    { jurisdictionId: place.code, origin: originOf(place.code, context.isDemo) },
    context.ledger.hashes,
    [{ type: 'disclosure.package', canon: toUtf8(sealedText(leaf)), salts: [] }],
  )
  const grade = evaluation?.grade ?? selfEvaluation?.grade ?? null
  await insertVersion(context.db, {
    publicationId: id,
    kind: kindOf(published),
    version,
    jurisdictionId: place.code,
    placeName: place.name,
    fiscalYear: published.year,
    projectName: project.name,
    unitName: project.unit,
    departmentName: project.department,
    category: project.category,
    grade: grade && GRADES[grade],
    score_x100: evaluation?.total_x100 ?? selfEvaluation?.total_x100 ?? null,
    budget_fen: project.budget_fen,
    occasion: published.published.occasion,
    correction: published.published.correction,
    publishedOn: published.published.on,
    package: text,
    sha256: digest.sha256,
    sm3: digest.sm3,
    leafIdx: appended?.idx ?? -1,
  })
}
