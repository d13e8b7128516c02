/**
 * Shapes of parameter values: one description gives both the TypeScript type and the check at load,
 * so that a YAML file and the formula that reads it cannot drift apart.
 */
export type Shape =
  | { readonly kind: 'integer'; readonly min: number; readonly max: number }
  | { readonly kind: 'text' }
  | { readonly kind: 'boolean' }
  | { readonly kind: 'date' }
  | { readonly kind: 'monthDay' }
  | { readonly kind: 'fen' }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'list'; readonly of: Shape }
  | { readonly kind: 'object'; readonly of: { readonly [key: string]: Shape } }
  | { readonly kind: 'nullable'; readonly of: Shape }

export type ValueOf<S> = S extends { kind: 'integer' }
  ? number
  : S extends { kind: 'text' | 'date' | 'monthDay' | 'fen' }
    ? string
    : S extends { kind: 'boolean' }
      ? boolean
      : S extends { kind: 'choice'; of: readonly (infer T)[] }
        ? T
        : S extends { kind: 'list'; of: infer T }
          ? readonly ValueOf<T>[]
          : S extends { kind: 'object'; of: infer T }
            ? { readonly [K in keyof T]: ValueOf<T[K]> }
            : S extends { kind: 'nullable'; of: infer T }
              ? ValueOf<T> | null
              : never

export const integer = (min = 0, max = 1_000_000) => ({ kind: 'integer', min, max }) as const
/** Hundredths of a point, up to 100 points. */
export const points_x100 = { kind: 'integer', min: 0, max: 100_00 } as const
/** 万分之一, up to 100 %. */
export const share_bp = { kind: 'integer', min: 0, max: 10_000 } as const
export const text = { kind: 'text' } as const
export const boolean = { kind: 'boolean' } as const
export const date = { kind: 'date' } as const
/** A day of any year: `MM-DD`. */
export const monthDay = { kind: 'monthDay' } as const
/** Money as the text of an integer number of fen. */
export const fen = { kind: 'fen' } as const
export const choice = <const T extends readonly string[]>(...of: T) => ({ kind: 'choice', of }) as const
export const list = <const S extends Shape>(of: S) => ({ kind: 'list', of }) as const
export const object = <const T extends { readonly [key: string]: Shape }>(of: T) =>
  ({ kind: 'object', of }) as const
export const nullable = <const S extends Shape>(of: S) => ({ kind: 'nullable', of }) as const
