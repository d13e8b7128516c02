import { Type } from 'typebox'
import { packageTexts } from '../../../domain/disclosure/public-texts.ts'
import type { PublishedProject } from '../../../domain/disclosure/published-project.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { findVersion } from '../../../storage/disclosure-repository.ts'
import { findProposals, findPublications, type ProposalRow } from '../../../storage/withdrawal-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'

const MaybeText = Type.Union([Type.String(), Type.Null()])
const SHOWN_MAX = 200

export const PublicationId = Type.String({ pattern: '^[0-9a-f]{12}$' })
export const WithdrawalKinds = Type.Union([
  Type.Literal('personal'),
  Type.Literal('secret'),
  Type.Literal('wrong'),
  Type.Literal('other'),
])

/** 公开内容: every version of one's place, which of them are asked to be withdrawn, and which were. */
export const listPublications = defineUseCase({
  id: 'results.listPublications',
  title: '查看公开内容各版本',
  stage: 'results',
  kind: 'query',
  by: ['finance_performance', 'finance_leader'],
  input: Type.Object(
    { words: Type.Optional(Type.String({ maxLength: 60 })) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    versions: Type.Array(
      Type.Object({
        publicationId: Type.String(),
        version: Type.Integer(),
        name: Type.String(),
        fiscalYear: Type.Integer(),
        occasion: Type.Union([Type.Literal('target'), Type.Literal('result')]),
        publishedOn: Type.String(),
        withdrawnOn: MaybeText,
      }),
    ),
    proposals: Type.Array(
      Type.Object({
        id: Type.String(),
        publicationId: Type.String(),
        versions: Type.Array(Type.Integer()),
        kind: WithdrawalKinds,
        reason: Type.String(),
        said: Type.String(),
        isNameTold: Type.Boolean(),
        proposedBy: Type.String(),
        proposedAt: Type.String(),
        /** Whoever asked does not decide. */
        isOwn: Type.Boolean(),
        action: Type.Union([Type.Literal('approve'), Type.Literal('refuse'), Type.Null()]),
        decision: MaybeText,
        decidedBy: MaybeText,
        decidedAt: MaybeText,
      }),
    ),
    /** More than are shown: narrow them by words. */
    isCut: Type.Boolean(),
  }),
  run: async ({ db, actor }, { words = '' }) => {
    const { jurisdictionId, personId } = actor
    const found = await findPublications(db, { jurisdictionId, words: words.trim(), limit: SHOWN_MAX + 1 })
    const shown = found.slice(0, SHOWN_MAX)
    const proposals = await findProposals(db, [...new Set(shown.map((row) => row.publicationId))])
    return {
      versions: shown.map(
        ({ jurisdictionId: _place, sha256: _sha, sm3: _sm3, leafIdx: _leaf, ...row }) => row,
      ),
      proposals: proposals.map((row) => presentProposal(row, personId)),
      isCut: found.length > SHOWN_MAX,
    }
  },
})

function presentProposal(row: ProposalRow, personId: string) {
  const { jurisdictionId: _place, personId: proposer, personName, ...rest } = row
  return { ...rest, proposedBy: personName, isOwn: proposer === personId }
}

/** 查看公开内容: every text of a version, withdrawn or not, for those who decide about it. */
export const viewPublication = defineUseCase({
  id: 'results.viewPublication',
  title: '查看一版公开内容',
  stage: 'results',
  kind: 'query',
  by: ['finance_performance', 'finance_leader'],
  input: Type.Object(
    { publicationId: PublicationId, version: Type.Integer({ minimum: 1, maximum: 99_999 }) },
    { additionalProperties: false },
  ),
  output: Type.Object({
    texts: Type.Array(Type.Object({ label: Type.String(), text: Type.String() })),
  }),
  run: async ({ db, actor }, { publicationId, version }) => {
    const text = await findVersion(db, publicationId, version)
    const published = text === undefined ? undefined : (JSON.parse(text) as PublishedProject)
    if (published?.place.code !== actor.jurisdictionId)
      throw new DomainError('NOT_FOUND', '没有找到这一版公开内容，可能不属于您所在的地区。')
    return {
      texts: packageTexts(published).map(({ label, text: said }) => ({
        label: label.replace(/^公开数据“|”$/g, ''),
        text: said,
      })),
    }
  },
})
