/** Digits that stand together, Arabic or Chinese, with where they stand in the folded text. */
export type DigitGroup = {
  readonly digits: string
  readonly from: number
  readonly to: number
  /** Whether something separates it from the group before it. */
  readonly isApart: boolean
}

const HAN_DIGITS: Readonly<Record<string, string>> = {
  ...{ 〇: '0', 零: '0', 一: '1', 二: '2', 三: '3', 四: '4', 五: '5', 六: '6', 七: '7', 八: '8', 九: '9' },
  ...{ 幺: '1', 壹: '1', 贰: '2', 叁: '3', 肆: '4', 伍: '5', 陆: '6', 柒: '7', 捌: '8', 玖: '9' },
}

/** What people write between groups of one number; at most three of them. */
const SEPARATOR = /^[\s\-\u2010-\u2015_.·•()/]{1,3}$/

/**
 * Runs of digit groups that may be one number: `138 0013 8000`, `一三八-0013-8000`. A group ends where the
 * script changes, so that `第一13800138000` is still found.
 */
export function digitRuns(text: string): DigitGroup[][] {
  const runs: DigitGroup[][] = []
  let last: { group: DigitGroup; script: string } | undefined
  for (let index = 0; index < text.length; ) {
    const script = scriptOf(text[index] as string)
    if (script === undefined) {
      index += 1
      continue
    }
    const from = index
    let digits = ''
    while (index < text.length && scriptOf(text[index] as string) === script) {
      digits += HAN_DIGITS[text[index] as string] ?? text[index]
      index += 1
    }
    const gap = last ? text.slice(last.group.to, from) : undefined
    const isJoined = gap !== undefined && (gap === '' || SEPARATOR.test(gap))
    const group = { digits, from, to: index, isApart: gap !== '' }
    if (isJoined) (runs.at(-1) as DigitGroup[]).push(group)
    else runs.push([group])
    last = { group, script }
  }
  return runs
}

function scriptOf(character: string): 'arabic' | 'han' | undefined {
  if (character >= '0' && character <= '9') return 'arabic'
  return Object.hasOwn(HAN_DIGITS, character) ? 'han' : undefined
}

/** Successive groups read as one number. */
export type DigitWindow = {
  readonly digits: string
  /** Length of each part between separators, e.g. `3-4-4`. */
  readonly shape: string
  readonly from: number
  readonly to: number
}

const DIGITS_MAX = 30

/** Every way to read groups of a run as one number, longest first at each beginning. */
export function windowsOf(run: readonly DigitGroup[]): DigitWindow[] {
  const windows: DigitWindow[] = []
  for (let first = 0; first < run.length; first += 1) {
    const found: DigitWindow[] = []
    let digits = ''
    let parts: number[] = []
    for (let last = first; last < run.length; last += 1) {
      const group = run[last] as DigitGroup
      digits += group.digits
      if (digits.length > DIGITS_MAX) break
      if (last === first || group.isApart) parts = [...parts, group.digits.length]
      else parts = [...parts.slice(0, -1), (parts.at(-1) ?? 0) + group.digits.length]
      found.unshift({ digits, shape: parts.join('-'), from: (run[first] as DigitGroup).from, to: group.to })
    }
    windows.push(...found)
  }
  return windows
}

/** Whether digits stand one by one: `1 3 8 0 …`. */
export function isSpelled(shape: string): boolean {
  return /^1(?:-1)+$/.test(shape)
}
