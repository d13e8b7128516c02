import { Type } from 'typebox'
import { toUtf8 } from '../../../domain/ledger/bytes.ts'
import { originOf } from '../../../domain/ledger/origin.ts'
import { sealedText } from '../../../domain/ledger/sealed-value.ts'
import { toChinaTime } from '../../../domain/ledger/stored-image.ts'
import { systemLeaf } from '../../../domain/ledger/system-leaf.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { lockPublication } from '../../../storage/disclosure-repository.ts'
import { appendLeaves } from '../../../storage/ledger-append.ts'
import {
  findProposal,
  findVersions,
  insertDecision,
  insertWithdrawal,
  type ProposalRow,
  type PublicationRow,
} from '../../../storage/withdrawal-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineUseCase } from '../../kernel/use-case.ts'

/**
 * 审批撤下公开: with the approval, in the same transaction, every version goes out of the public's sight, a
 * tombstone stands in its place, and a leaf says so. Whoever asked does not decide.
 * @throws DomainError NOT_FOUND, ACTION_NOT_AVAILABLE, NOT_PERMITTED, INVALID_INPUT when a refusal gives no reason
 */
export const decideWithdrawal = defineUseCase({
  id: 'results.decideWithdrawal',
  title: '审批撤下公开',
  stage: 'results',
  kind: 'command',
  by: ['finance_leader'],
  input: Type.Object(
    {
      proposalId: Type.String({ format: 'uuid' }),
      action: Type.Union([Type.Literal('approve'), Type.Literal('refuse')]),
      opinion: Type.Optional(Type.String({ maxLength: 1000 })),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ versions: Type.Array(Type.Integer()) }),
  run: async (context, { proposalId, action, opinion = '' }) => {
    const { db, actor, newId, now } = context
    const proposal = await findProposal(db, proposalId)
    if (proposal?.jurisdictionId !== actor.jurisdictionId)
      throw new DomainError('NOT_FOUND', '没有找到这项撤下申请，可能不属于您所在的地区。')
    if (proposal.action !== null)
      throw new DomainError('ACTION_NOT_AVAILABLE', '这项撤下申请已经审批过，请刷新页面查看。')
    if (proposal.personId === actor.personId)
      throw new DomainError('NOT_PERMITTED', '您提出的撤下申请不能由您本人审批，请由其他分管领导审批。')
    const said = opinion.trim()
    if (action === 'refuse' && said === '')
      throw new DomainError('INVALID_INPUT', '请写明不同意撤下的理由。', {
        places: [{ field: 'opinion', problem: '没有填写' }],
      })
    await insertDecision(db, proposal, { id: newId(), action, said, personId: actor.personId, now })
    if (action === 'approve') await withdraw(context, proposal)
    const { jurisdictionId, versions } = proposal
    context.changed({ kind: 'withdrawal', id: proposalId, jurisdictionId }, [
      {
        field: action,
        from: `${proposal.publicationId} 第${versions.join('、')}版`,
        to: said || proposal.reason,
      },
    ])
    return { versions: [...versions] }
  },
})

async function withdraw(context: Context, proposal: ProposalRow): Promise<void> {
  const { db, ledger, isDemo, now, today } = context
  const { jurisdictionId, publicationId, said, isNameTold } = proposal
  await lockPublication(db, publicationId)
  const all = await findVersions(db, publicationId)
  const chosen = all.filter(({ version }) => proposal.versions.includes(version))
  if (chosen.length === 0 || chosen.some(({ withdrawnOn }) => withdrawnOn !== null))
    throw new DomainError('ACTION_NOT_AVAILABLE', '其中有已经撤下的版本，请退回后重新提出。')
  const appended = await appendLeaves(
    db,
    { jurisdictionId, origin: originOf(jurisdictionId, isDemo) },
    ledger.hashes,
    chosen.map((version) => ({
      type: 'disclosure.withdrawn',
      canon: toUtf8(sealedText(leafOf(version, now))),
      salts: [],
    })),
  )
  for (const [at, version] of chosen.entries())
    await insertWithdrawal(db, version, { on: today, said, isNameTold, leafIdx: appended[at]?.idx ?? -1 })
}

/** Number, version and digests, that it was withdrawn and when: nothing of what it said, nor why it went. */
function leafOf({ jurisdictionId, publicationId, version, sha256, sm3 }: PublicationRow, now: string) {
  return systemLeaf('disclosure.withdrawn', jurisdictionId, toChinaTime(now), {
    withdrawn: { id: publicationId, version, sha256, sm3 },
  })
}
