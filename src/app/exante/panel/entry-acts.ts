import { checkExpertEntry } from '../../../domain/exante/checks/index.ts'
import { exanteExpertEntry } from '../../../domain/exante/index.ts'
import type { ExanteExpertEntryContent } from '../../../domain/forms/contents.ts'
import type { Finding } from '../../../domain/shared/finding.ts'
import { findRaterAccounts } from '../../../storage/panel-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { defineAct } from '../../records/act.ts'
import type { RecordBehaviour } from '../../records/behaviour.ts'
import type { RecordData } from '../../records/record-data.ts'
import { findRegister } from './expert-facts.ts'

/** 登记入库: from now on the expert can be drawn. */
export const registerExpert = defineAct(exanteExpertEntry, 'register', { gate: entryFindings })
export const suspendExpert = defineAct(exanteExpertEntry, 'suspend')
export const reinstateExpert = defineAct(exanteExpertEntry, 'reinstate')
export const removeExpert = defineAct(exanteExpertEntry, 'leave')

export const exanteExpertEntryBehaviour: RecordBehaviour = {
  kind: exanteExpertEntry.kind,
  assess: async (context, data) => ({
    findings: data.record.state === 'left' ? [] : await entryFindings(context, data),
    explanations: {},
    figures: {},
  }),
}

async function entryFindings(context: Context, { record, content }: RecordData): Promise<Finding[]> {
  const { person } = content as ExanteExpertEntryContent
  if (!person) return []
  const register = await findRegister(context, record.jurisdictionId)
  const [account] = await findRaterAccounts(context.db, [person], context.today)
  return checkExpertEntry({
    isDouble: register.some(
      (one) => one.id !== record.id && one.state !== 'left' && one.content.person === person,
    ),
    hasPost: account?.hasPost ?? false,
  })
}
