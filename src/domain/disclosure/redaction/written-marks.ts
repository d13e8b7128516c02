import type { ConcealedKind } from './concealed.ts'

type Mark = { readonly kind: ConcealedKind; readonly pattern: RegExp }

const PROVINCES = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const SERIAL = 'A-HJ-NP-Za-hj-np-z0-9'
/** Five places, or six for new energy with its letter first or last. */
const PLATE = `(?:[DFABCEGHJKdfabceghjk][${SERIAL}]\\d{4}|\\d{5}[DFABCEGHJKdfabceghjk]|(?=[A-Za-z]{0,4}\\d)[${SERIAL}]{4}(?:[${SERIAL}]|[挂学警港澳]))`
const UNIT = '[\\d〇零一二三四五六七八九十百]{1,5}'

/** What is recognised by how it is written; each pattern looks at a bounded stretch only. */
const MARKS: readonly Mark[] = [
  {
    kind: 'plate',
    pattern: new RegExp(`[${PROVINCES}]\\s?(?!GDP|gdp)[A-Za-z][\\s·•.\\-]{0,2}${PLATE}(?![A-Za-z0-9])`, 'g'),
  },
  {
    kind: 'passport',
    pattern:
      /(?<![A-Za-z0-9])(?:[EeGgDdSsPp][ -]?\d{8}|[Ee][A-HJ-NP-Za-hj-np-z][ -]?\d{7})(?![A-Za-z0-9\-.])/g,
  },
  {
    kind: 'passport',
    pattern:
      /(?:护照|通行证|回乡证|台胞证)(?:号码?|编号)?[\s:为是]{0,3}[A-Za-z]{1,2}[ -]?\d{7,10}(?![A-Za-z0-9])/g,
  },
  {
    kind: 'email',
    pattern:
      /(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]{1,64}\s?(?:@|[([{]at[)\]}]| at )\s?[A-Za-z0-9-]{1,63}(?:\s?(?:[.。]|[([{]dot[)\]}])\s?[A-Za-z0-9-]{1,30}){1,4}/gi,
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `${UNIT}\\s?(?:号楼|栋|幢|号院)[\\s,，、-]{0,2}(?:${UNIT}\\s?单元[\\s,，、-]{0,2})?${UNIT}\\s?(?:室|号|户)|${UNIT}\\s?单元[\\s,，、-]{0,2}${UNIT}\\s?(?:室|号|户)`,
      'g',
    ),
  },
  {
    kind: 'address',
    pattern: new RegExp(
      `(?:路|街|巷|弄|胡同|大道|村|社|组|队|小区|花园|家园)\\s?${UNIT}(?:-\\d{1,4})?\\s?号(?![令文线井泵机渠渡台坝涵桥])`,
      'g',
    ),
  },
  { kind: 'address', pattern: /(?:小区|花园|家园|公寓|苑|庭|城)\s?\d{1,3}-\d{1,2}-\d{2,4}(?!\d)/g },
  { kind: 'secret', pattern: /(?:绝\s{0,3}密|机\s{0,3}密|秘\s{0,3}密)\s{0,3}[★☆*✩✪]/g },
  {
    kind: 'secret',
    pattern: /密\s{0,2}级\s{0,2}[:：]?\s{0,3}(?:绝\s{0,3}密|机\s{0,3}密|秘\s{0,3}密|内\s{0,3}部)/g,
  },
  { kind: 'secret', pattern: /(?:绝\s{0,3}密|(?<!司)机\s{0,3}密)(?!★|☆|\*)/g },
  { kind: 'secret', pattern: /(?<![国家商业技术保守工作泄露\s])秘密(?=[级件文事项]|\s*$|[】\])）])/gm },
  { kind: 'secret', pattern: /[【[(（]\s{0,2}(?:秘密|内部资料|内部文件|内部使用)\s{0,2}[】\])）]/g },
]

/** Places of a folded text that look like something to conceal. */
export function writtenMarks(text: string): { kind: ConcealedKind; from: number; to: number }[] {
  return MARKS.flatMap(({ kind, pattern }) =>
    [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
      kind,
      from: index,
      to: index + found.length,
    })),
  )
}
