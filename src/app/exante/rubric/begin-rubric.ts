import {
  contentOfRubric,
  exanteRubric,
  RUBRIC_SUBJECTS,
  type RubricSubject,
} from '../../../domain/exante/index.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import { type BeginUseCase, beginRecord, defineBegin } from '../../records/begin-record.ts'
import { rubricAt } from './rubric-at.ts'
import { exanteRubricBehaviour } from './rubric-acts.ts'

/**
 * Begins a version: `content.subject` says for what (projects when it says nothing). The rubric now in
 * force here is filled in, so that only what differs is typed.
 * @throws DomainError INVALID_INPUT for anything else in `content` or a project, NOT_FOUND for a subject
 */
export const beginRubric: BeginUseCase = {
  ...defineBegin(exanteRubric, exanteRubricBehaviour),
  run: async (context, input) => {
    const { subject = 'project', ...others } = input.content ?? {}
    if (input.subjectId !== undefined) {
      throw new DomainError('NOT_FOUND', '评分指标体系不依据其他办理事项，请从“规则”页面新建。')
    }
    const isKnown = typeof subject === 'string' && Object.hasOwn(RUBRIC_SUBJECTS, subject)
    if (!isKnown || input.projectId !== undefined || Object.keys(others).length > 0) {
      throw new DomainError('INVALID_INPUT', '请从“规则”页面选择项目或政策，再新建评分指标体系。', {
        places: [{ field: 'content', problem: '只应写明适用对象' }],
      })
    }
    const { jurisdictionId } = context.actor
    const of = subject as RubricSubject
    const current = await rubricAt(context, { jurisdictionId, subject: of, at: context.now })
    const { record } = await beginRecord(context, exanteRubric, exanteRubricBehaviour, {
      project: undefined,
      title: `${exanteRubric.title}（${RUBRIC_SUBJECTS[of]}）`,
      content: contentOfRubric(of, current) as Content,
      ...(input.fiscalYear === undefined ? {} : { fiscalYear: input.fiscalYear }),
    })
    return { recordId: record.id, version: record.version }
  },
}
