import { Type } from 'typebox'
import { DomainError } from '../../domain/shared/errors.ts'
import { defineUseCase } from '../kernel/use-case.ts'

/** 查看表单: the definition of an official table, for pages that begin with an empty one. */
export const viewForm = defineUseCase({
  id: 'shell.viewForm',
  title: '查看表单',
  stage: 'shell',
  kind: 'query',
  by: 'everyone',
  input: Type.Object(
    { id: Type.String({ pattern: '^[a-z]{1,20}/[a-z-]{1,40}$' }) },
    { additionalProperties: false },
  ),
  run: async (context, input) => {
    const form = context.forms.get(input.id)
    if (!form) throw new DomainError('NOT_FOUND', '没有这张表，请从项目档案进入。')
    return form
  },
})
