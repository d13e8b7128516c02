/** 一、 （二） 3. ④ at the start of a line, as people number what they write into one field. */
const NUMBER = /^\s*(?:[（(]?[一二三四五六七八九十]+[）)、.．]|[（(]?\d{1,2}[）)、.．](?!\d)|[①-⑳])\s*/u
const NOTHING = /^(?:无|没有|暂无|未发现)(?:明显|重大|突出)?(?:的)?(?:问题)?$/u

/**
 * The problems a unit wrote into the one field of its self-evaluation: one per line, numbered sentence or
 * part after a semicolon. 无 and its like are no problem.
 */
export function splitProblems(text: string | null | undefined): string[] {
  return (text ?? '')
    .replace(
      /(?<=[。；;])\s*(?=(?:[（(]?[一二三四五六七八九十]+[）)、]|[（(]?\d{1,2}[）)、.．](?!\d)|[①-⑳]))/gu,
      '\n',
    )
    .split(/\r?\n|[；;]/u)
    .map((line) =>
      line
        .replace(NUMBER, '')
        .replace(/[。；;\s]+$/u, '')
        .trim(),
    )
    .filter((line) => line !== '' && !NOTHING.test(line))
}
