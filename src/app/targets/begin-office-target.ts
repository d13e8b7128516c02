import type { Content } from '../../domain/forms/form.ts'
import { DomainError } from '../../domain/shared/errors.ts'
import { departmentWhole, policyTarget } from '../../domain/targets/index.ts'
import type { RecordKind } from '../../domain/workflow/record-kind.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordBehaviour } from '../records/behaviour.ts'
import { type BeginUseCase, defineBegin } from '../records/begin-record.ts'
import { departmentWholeBehaviour, policyTargetBehaviour, tasksOf } from './office-behaviours.ts'

/** 新建部门整体支出绩效目标: one for the office and the year, its projects already listed as tasks. */
export const beginDepartmentWhole = beginForOffice(
  departmentWhole,
  departmentWholeBehaviour,
  async (context, fiscalYear) => {
    const { jurisdictionId, organisationId: departmentId } = context.actor
    return tasksOf(context, { jurisdictionId, departmentId, fiscalYear })
  },
)

/** 新建政策绩效目标. */
export const beginPolicyTarget = beginForOffice(policyTarget, policyTargetBehaviour, async () => ({}))

/** What the office begins for itself, in its own name; nothing may be named from outside. */
function beginForOffice(
  kind: RecordKind,
  behaviour: RecordBehaviour,
  known: (context: Context, fiscalYear: number) => Promise<Content>,
): BeginUseCase {
  const begin = defineBegin(
    kind,
    behaviour,
    ['office'],
    (_content, { actor }) => `${kind.title}：${actor.organisationName}`,
  )
  return {
    ...begin,
    run: async (context, input) => {
      if (input.subjectId !== undefined) {
        throw new DomainError('NOT_FOUND', '没有找到所依据的事项，请从“部门目标”页面进入。')
      }
      if (input.content !== undefined) {
        throw new DomainError('INVALID_INPUT', '请先新建，再在表中填写内容。', {
          places: [{ field: 'content', problem: '新建时不能带内容' }],
        })
      }
      const content = {
        office: context.actor.organisationId,
        contact: context.actor.personName,
        ...(input.fiscalYear === undefined ? {} : await known(context, input.fiscalYear)),
      }
      return begin.run(context, { ...input, content })
    },
  }
}
