import { circular, specialReport } from '../../../domain/results/index.ts'
import type { Content } from '../../../domain/forms/form.ts'
import { DomainError } from '../../../domain/shared/errors.ts'
import type { RecordKind } from '../../../domain/workflow/record-kind.ts'
import { findRecords } from '../../../storage/record-repository.ts'
import type { Context } from '../../kernel/context.ts'
import { type BeginUseCase, beginRecord, defineBegin } from '../../records/begin-record.ts'
import { assembledContent, placeOf } from './assemble.ts'
import { circularBehaviour, specialBehaviour, TEXTS_OF } from './report-behaviour.ts'

/** 新建专报: for the place of whoever begins it and a year that is named; text and tables are assembled at once. */
export const beginSpecialReport = defineYearly(specialReport, specialHead)

/** 新建通报. */
export const beginCircular = defineYearly(circular, circularHead)

type Head = (
  context: Context,
  place: { readonly name: string; readonly level: string },
  year: number,
) => Content

/**
 * @throws DomainError INVALID_INPUT without a year, ACTION_NOT_AVAILABLE while nothing is confirmed (RES-931) or
 *   when there is one already (RES-930)
 */
function defineYearly(kind: RecordKind, headOf: Head): BeginUseCase {
  const behaviour = kind === circular ? circularBehaviour : specialBehaviour
  return {
    ...defineBegin(kind, behaviour),
    run: async (context, input) => {
      const { fiscalYear, projectId, subjectId, content } = input
      if (subjectId !== undefined)
        throw new DomainError('NOT_FOUND', '专报和通报不依据单个事项，请从“专报和通报”页面新建。')
      if (projectId !== undefined || content !== undefined || fiscalYear === undefined)
        throw new DomainError('INVALID_INPUT', `请在“专报和通报”页面选择年度，再新建${kind.title}。`)
      const { jurisdictionId } = context.actor
      await requireFirst(context, kind, jurisdictionId, fiscalYear)
      const place = await placeOf(context, jurisdictionId)
      const { record } = await beginRecord(context, kind, behaviour, {
        project: undefined,
        fiscalYear,
        title: `${fiscalYear}年度${kind.title}`,
        content: {
          ...headOf(context, place, fiscalYear),
          ...(await assembledContent(context, { jurisdictionId, fiscalYear }, TEXTS_OF[kind.kind] ?? [])),
        },
      })
      return { recordId: record.id, version: record.version }
    },
  }
}

/** RES-930. */
async function requireFirst(
  context: Context,
  kind: RecordKind,
  jurisdictionId: string,
  fiscalYear: number,
): Promise<void> {
  const existing = await findRecords(context.db, { jurisdictionId, kind: kind.kind })
  const open = existing.find((one) => one.fiscalYear === fiscalYear && one.state !== 'refused')
  if (!open) return
  const message = `${fiscalYear}年度已有${kind.title}，请打开原有的继续办理；确需重做的，先撤回原有的。`
  throw new DomainError('ACTION_NOT_AVAILABLE', message, { recordId: open.id, ruleId: 'RES-930' })
}

function specialHead(
  _context: Context,
  { name, level }: { name: string; level: string },
  year: number,
): Content {
  const isProvincial = level === 'province'
  return {
    reportType: isProvincial ? 'provincial' : 'local',
    reportTitle: `关于${year}年度财政绩效评价结果及应用情况的报告`,
    addressee: isProvincial ? `${name}人民政府` : `${name}人民政府、${name}人大常委会`,
    ...(isProvincial
      ? {
          copiesTo: `${name}人大常委会`,
          forwarding:
            '提请自治区人民政府将本专报发自治区有关部门，督促按照“谁干事谁花钱，谁花钱谁担责”的要求落实整改和结果应用。',
        }
      : { copiesTo: `${name}人大财经工作机构、${name}审计局` }),
  }
}

function circularHead(
  _context: Context,
  { level, name }: { name: string; level: string },
  year: number,
): Content {
  return {
    reportTitle: `关于${year}年度财政绩效评价结果的通报`,
    addressee: level === 'province' ? '各市、县（区）财政局，自治区各部门' : `${name}各预算部门`,
  }
}
