import { Type } from 'typebox'
import { documentBuilders, writeInWorker } from '../../../documents/index.ts'
import { dayOf } from '../../../domain/workflow/sentences.ts'
import { findPlans } from '../../../storage/scenario-repository.ts'
import { defineUseCase } from '../../kernel/use-case.ts'
import type { PrintedDocument } from '../../records/print-document.ts'
import { getPlan } from './adopt-plan.ts'
import { closed, Id, WEIGHED_BY } from './input.ts'

/** 党组会汇报材料: a plan beside the other plans of its scenario, in Word. */
export const printPlanMemo = defineUseCase({
  id: 'results.printPlanMemo',
  title: '打印党组会汇报材料',
  stage: 'results',
  kind: 'query',
  by: WEIGHED_BY,
  input: Type.Object({ planId: Id }, closed),
  run: async (context, { planId }): Promise<PrintedDocument> => {
    const plan = await getPlan(context, planId)
    const plans = await findPlans(context.db, plan)
    const { actor, isDemo } = context
    const document = documentBuilders['what-if-memo'].build({
      frame: { isDemonstration: isDemo, draft: '草稿' },
      issuer: actor.organisationName,
      jurisdictionName: actor.jurisdictionName,
      budgetYear: plan.fiscalYear,
      plan: plans.find(({ id }) => id === planId) ?? plan,
      plans,
      madeOn: dayOf(plan.madeAt),
    })
    return {
      fileName: `${plan.fiscalYear}年预算安排方案汇报材料-${plan.name}.docx`,
      mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      bytes_base64: Buffer.from(await writeInWorker(document, 'docx')).toString('base64'),
    }
  },
})
