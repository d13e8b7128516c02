import { Type } from 'typebox'
import { addDays } from '../../domain/shared/dates.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { findPosts, handOverPost as moveTo } from '../../storage/people-repository.ts'
import { defineUseCase } from '../kernel/use-case.ts'

/**
 * 岗位交接: one step. The post passes to another person from today, the old holder's ends yesterday;
 * what waited for the post waits for the successor, because work belongs to posts, not to people.
 */
export const handOverPost = defineUseCase({
  id: 'administration.handOverPost',
  title: '岗位交接',
  stage: 'shell',
  kind: 'command',
  by: ['security_admin'],
  input: Type.Object(
    {
      postId: Type.String({ format: 'uuid' }),
      version: Type.Integer({ minimum: 1 }),
      successorId: Type.String({ format: 'uuid' }),
    },
    { additionalProperties: false },
  ),
  output: Type.Object({ postId: Type.String() }),
  run: async (context, input) => {
    const post = (await findPosts(context.db, { postId: input.postId }))[0]
    if (!post) throw new DomainError('NOT_FOUND', '没有找到这个任职，请刷新后重试。')
    if (post.version !== input.version || post.validTo !== null) {
      throw new DomainError('VERSION_CONFLICT', '这个任职刚被改动过，请刷新后重试。', {
        yours: input.version,
        current: post.version,
      })
    }
    if (['system_admin', 'security_admin', 'audit_admin'].includes(post.role)) {
      throw new DomainError('NOT_PERMITTED', '管理员岗位不能这样交接，请按三员管理规定办理。')
    }
    const [successor] = await findPosts(context.db, { personId: input.successorId })
    if (!successor) throw new DomainError('NOT_FOUND', '没有找到接任人，请先登记人员。')
    if (post.personId === input.successorId)
      throw new DomainError('INVALID_INPUT', '接任人就是现任，请选择另一人。')
    const today = await findPosts(context.db, { personId: input.successorId, on: context.today })
    if (today.some(({ role }) => ['system_admin', 'security_admin', 'audit_admin'].includes(role))) {
      throw new DomainError('INVALID_INPUT', '管理员不能兼任业务岗位，请选择另一人。')
    }
    const postId = context.newId()
    await moveTo(context.db, post, {
      id: postId,
      personId: input.successorId,
      from: context.today,
      lastDay: addDays(context.today, -1),
    })
    context.changed({ kind: 'post', id: post.id, jurisdictionId: post.jurisdictionId }, [
      { field: 'person', from: post.personName, to: successor.personName },
    ])
    return { postId }
  },
})
