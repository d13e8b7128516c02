import { Type } from 'typebox'

const Text = Type.String()
const Gap = Type.Union([Type.Integer(), Type.Null()])

/** Sums of the rounds under one light; money in fen, `reached` is weight × share in millionths, as text. */
const LightSums = {
  light: Text,
  projects: Type.Integer(),
  adjusted_fen: Text,
  paid_fen: Text,
  reached: Text,
  weight_x100: Text,
}

/** 监控总览: the newest month or the one asked for; groups are places, or the departments of one place. */
export const OverviewView = Type.Object({
  month: Type.Union([Type.Integer(), Type.Null()]),
  months: Type.Array(Type.Integer()),
  groups: Type.Array(Type.Object({ id: Text, name: Text, ...LightSums })),
  /** The twenty furthest behind, by the worse of the two gaps; gaps in millionths. */
  worst: Type.Array(
    Type.Object({
      recordId: Text,
      projectId: Text,
      jurisdictionId: Text,
      jurisdictionName: Text,
      projectName: Text,
      unitName: Text,
      light: Text,
      reason: Type.Union([Text, Type.Null()]),
      executionGap: Gap,
      targetGap: Gap,
    }),
  ),
})

/** 两项偏差: a point per project, the worst first, and the same sums by category. */
export const PointsView = Type.Object({
  /** How many have a point; no more than the first 2,000 are sent. */
  total: Type.Integer(),
  categories: Type.Array(Type.Object({ category: Text, ...LightSums })),
  /** Record, project, place, name, unit, light, execution gap, target gap: many, so without names. */
  points: Type.Array(Type.Tuple([Text, Text, Text, Text, Text, Text, Gap, Gap])),
})
