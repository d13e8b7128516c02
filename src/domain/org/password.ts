/**
 * 口令规则(等保三级口令策略): at least 12 characters of three kinds, no account name inside.
 * @returns what is wrong in words, or nothing when the password may be used
 */
export function passwordProblem(password: string, username: string): string | undefined {
  if (password.length < 12) return '口令至少 12 位，请加长。'
  if (password.length > 200) return '口令最多 200 位，请缩短。'
  const kinds = [/[a-z]/, /[A-Z]/, /[0-9]/, /[^a-zA-Z0-9]/].filter((kind) => kind.test(password)).length
  if (kinds < 3) return '口令须包含大写字母、小写字母、数字、符号中的三类，请调整。'
  if (username.length >= 3 && password.toLowerCase().includes(username.toLowerCase()))
    return '口令不能包含账号，请调整。'
  return undefined
}
