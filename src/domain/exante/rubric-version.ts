import type { ExanteRubricContent } from '../forms/contents.ts'
import type { DimensionCode, ParameterOf } from '../rules/parameter-values.ts'
import type { ParameterUse } from '../shared/explanation.ts'

/** 项目评分、政策评分: each kind of object has a rubric of its own. */
export const RUBRIC_SUBJECTS = { project: '项目', policy: '政策' } as const
export type RubricSubject = keyof typeof RUBRIC_SUBJECTS

/** What the sixth dimension is called where a place gave it no name: computed, never marked. */
export const AFFORDABILITY_LABEL = '财力可承受能力'
export const AFFORDABILITY_CODE = 'AFF'

export type RubricItem = {
  readonly itemCode: string
  readonly dimension: DimensionCode
  readonly dimensionLabel: string
  readonly item: string
  readonly weight_x100: number
}

/** A rubric as scoring uses it, whether a place approved it or the rules give it. */
export type Rubric = {
  readonly title: string
  /** 依据文件: the document it goes by, as the place or the rules name it. */
  readonly basis: string
  readonly items: readonly RubricItem[]
  readonly affordabilityLabel: string
}

/** An approved version of a place; `approvedAt` is a moment. */
export type RubricVersion = {
  readonly recordId: string
  readonly approvedAt: string
  readonly content: ExanteRubricContent
}

/** The rubric the rules give where a place has approved none, by the source of that value. */
export function defaultRubric(
  subject: RubricSubject,
  {
    value: { dimensions },
    use: { sourceTitle, article },
  }: Pick<ParameterOf<'exante.rubric'>, 'value'> & {
    readonly use: Pick<ParameterUse, 'sourceTitle' | 'article'>
  },
): Rubric {
  return {
    title: `${RUBRIC_SUBJECTS[subject]}评分指标体系（系统默认）`,
    basis: article ? `${sourceTitle} ${article}` : sourceTitle,
    affordabilityLabel: AFFORDABILITY_LABEL,
    items: dimensions.flatMap(({ code, label, items }) =>
      items.map((one) => ({
        itemCode: one.id,
        dimension: code,
        dimensionLabel: label,
        item: one.label,
        weight_x100: one.points_x100,
      })),
    ),
  }
}

/** An approved version as a rubric; complete, because nothing incomplete is approved. */
export function rubricOf(content: ExanteRubricContent): Rubric {
  const names = new Map((content.dimensions ?? []).map(({ code, name }) => [code, name]))
  return {
    title: titleOf(content),
    basis: content.basisText ?? '',
    affordabilityLabel: names.get(AFFORDABILITY_CODE) ?? AFFORDABILITY_LABEL,
    items: (content.items ?? []).flatMap(({ dimension, itemCode, item, weight_x100 }) =>
      dimension
        ? [
            {
              itemCode: itemCode ?? '',
              dimension,
              dimensionLabel: names.get(dimension) ?? dimension,
              item: item ?? '',
              weight_x100: weight_x100 ?? 0,
            },
          ]
        : [],
    ),
  }
}

function titleOf({ subject, effectiveFrom }: ExanteRubricContent): string {
  return `${RUBRIC_SUBJECTS[subject ?? 'project']}评分指标体系（${effectiveFrom ?? ''}起施行）`
}

/** A rubric as the draft of a new version begins with it. */
export function contentOfRubric(subject: RubricSubject, rubric: Rubric): ExanteRubricContent {
  const names = new Map(rubric.items.map((one) => [one.dimension, one.dimensionLabel]))
  return {
    subject,
    dimensions: [
      ...[...names].map(([code, name]) => ({ code: code as string, name })),
      { code: AFFORDABILITY_CODE, name: rubric.affordabilityLabel },
    ],
    items: rubric.items.map(({ dimensionLabel: _label, ...item }) => item),
  }
}

/**
 * The version by which scoring opened at a moment goes: approved by then, its day reached, the latest
 * day first and of one day the latest approved. Nothing where the rules' own applies.
 * @param moment the day and the moment of opening
 */
export function findVersionAt(
  versions: readonly RubricVersion[],
  subject: RubricSubject,
  moment: { readonly day: string; readonly at: string },
): RubricVersion | undefined {
  const from = ({ content }: RubricVersion) => content.effectiveFrom ?? ''
  const time = ({ approvedAt }: RubricVersion) => Date.parse(approvedAt)
  return versions
    .filter(
      (one) =>
        one.content.subject === subject && from(one) <= moment.day && time(one) <= Date.parse(moment.at),
    )
    .reduce<RubricVersion | undefined>((best, one) => {
      if (best === undefined || from(one) > from(best)) return one
      return from(one) === from(best) && time(one) >= time(best) ? one : best
    }, undefined)
}
