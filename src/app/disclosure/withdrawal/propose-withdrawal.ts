import { Type } from 'typebox'
import { checkRedaction } from '../../../domain/results/checks/index.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import {
  findProposals,
  findVersions,
  insertProposal,
  type PublicationRow,
} from '../../../storage/withdrawal-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import { refuseOnErrors } from '../../records/act.ts'
import { namesOfPublication } from '../names-of-publication.ts'
import { PublicationId, WithdrawalKinds } from './list-publications.ts'

/**
 * 提出撤下公开: which versions, why, and what the public may be told. Nothing changes outside until the leader
 * approves.
 * @throws DomainError NOT_FOUND, ACTION_NOT_AVAILABLE, INVALID_INPUT without words, RULE_VIOLATED where the words
 *   for the public name a person or carry a mark of secrecy
 */
export const proposeWithdrawal = defineUseCase({
  id: 'results.proposeWithdrawal',
  title: '提出撤下公开',
  stage: 'results',
  kind: 'command',
  by: ['finance_performance'],
  input: Type.Object(
    {
      publicationId: PublicationId,
      versions: Type.Array(Type.Integer({ minimum: 1, maximum: 99_999 }), { minItems: 1, maxItems: 200 }),
      kind: WithdrawalKinds,
      /** For the inside. */
      reason: Type.String({ maxLength: 1000 }),
      /** What the public reads in its place. */
      said: Type.String({ maxLength: 300 }),
      /** Whether the name, and the reason of a correction, may go on being told. */
      isNameTold: Type.Boolean(),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ proposalId: Type.String() }),
  run: async (context, input) => {
    const { db, actor, newId, now } = context
    const { publicationId, kind } = input
    const [reason, said] = [input.reason.trim(), input.said.trim()]
    if (reason === '') throw unfilled('reason', '请写明撤下的理由。')
    if (said === '') throw unfilled('said', '请写明对外怎样说明。')
    const versions = [...new Set(input.versions)].sort((a, b) => a - b)
    const wanted = await wantedVersions(context, publicationId, versions)
    const isOpen = (await findProposals(db, [publicationId])).some(({ action }) => action === null)
    if (isOpen)
      throw new DomainError('ACTION_NOT_AVAILABLE', '这项公开内容已有撤下申请待审批，请等审批后再提出。')
    await requirePlain(context, { said, isNameTold: input.isNameTold }, wanted)
    const { jurisdictionId } = actor
    const id = newId()
    await insertProposal(db, {
      ...{ id, jurisdictionId, publicationId, versions, kind, reason, said, isNameTold: input.isNameTold },
      ...{ personId: actor.personId, now },
    })
    context.changed({ kind: 'withdrawal', id, jurisdictionId }, [
      { field: 'propose', from: `${publicationId} 第${versions.join('、')}版`, to: reason },
    ])
    return { proposalId: id }
  },
})

async function wantedVersions(
  { db, actor }: Context,
  publicationId: string,
  versions: readonly number[],
): Promise<PublicationRow[]> {
  const all = await findVersions(db, publicationId)
  const wanted = all.filter(({ version }) => versions.includes(version))
  if (wanted.length < versions.length || wanted.some((row) => row.jurisdictionId !== actor.jurisdictionId))
    throw new DomainError('NOT_FOUND', '没有找到这一版公开内容，可能不属于您所在的地区。')
  if (wanted.some(({ withdrawnOn }) => withdrawnOn !== null))
    throw new DomainError('ACTION_NOT_AVAILABLE', '其中有已经撤下的版本，请刷新页面后重新选择。')
  return wanted
}

/** What is told in place of the content must not tell it again. */
async function requirePlain(
  context: Context,
  { said, isNameTold }: { readonly said: string; readonly isNameTold: boolean },
  [first]: readonly PublicationRow[],
): Promise<void> {
  if (!first) return
  if (!isNameTold && said.includes(first.name))
    throw unfilled('said', '名称不再公开时，对外说明中也不能写名称，请改写。')
  const rules = context.rules.at({ date: context.today, jurisdiction: first.jurisdictionId })
  const secretWords = rules.value('results.secret_words').value.words
  const names = await namesOfPublication(context, first)
  const text = { text: said, label: '对外说明', where: { field: 'said' }, isFixed: true }
  refuseOnErrors(
    checkRedaction([text], { alarms: [], covers: [] }, { names, secretWords }, 'agreed').map((finding) => ({
      ...finding,
      message: finding.message.replace(/。.*$/, '。对外说明不能含有这些内容，请改写。'),
    })),
  )
}

function unfilled(field: string, message: string): DomainError {
  return new DomainError('INVALID_INPUT', message, { places: [{ field, problem: '请改写' }] })
}
