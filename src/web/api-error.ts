/** An answer of the server that is not a success, or no answer at all. `message` is meant for people. */
export class ApiError extends Error {
  readonly status: number
  readonly code: string
  readonly details: Readonly<Record<string, unknown>>

  constructor(
    status: number,
    code: string,
    message: string,
    details: Readonly<Record<string, unknown>> = {},
  ) {
    super(message)
    this.name = 'ApiError'
    this.status = status
    this.code = code
    this.details = details
  }
}

/** What to tell a person when the answer carries no sentence of its own. */
const MESSAGE_BY_STATUS: Readonly<Record<number, string>> = {
  0: '没有连上服务器。请检查网络后重试，已填写的内容保留在本机。',
  400: '提交的内容格式不正确，请检查后重试。',
  401: '登录已过期，请重新登录。',
  403: '您当前的岗位不能办理这件事。如有其他岗位，请在右上角切换后再试。',
  404: '没有找到这项内容，可能已被移走，或您的岗位看不到它。',
  409: '内容已被他人更新或已进入下一环节，请刷新后再办理。',
  413: '文件太大，请压缩或拆分后重新上传。',
  422: '提交的内容不符合要求，请按提示修改。',
  429: '操作过于频繁，请稍等一分钟后再试。',
}

/** The error for a failed answer: the server's own sentence where it gave one. */
export function makeApiError(status: number, body: unknown): ApiError {
  const given = typeof body === 'object' && body !== null ? (body as Record<string, unknown>) : {}
  const text = (name: string) => (typeof given[name] === 'string' ? given[name] : undefined)
  const details = given['details']
  return new ApiError(
    status,
    text('code') ?? 'UNEXPECTED',
    text('message') ??
      MESSAGE_BY_STATUS[status] ??
      '系统出现异常，请稍后重试；如反复出现，请联系系统管理员。',
    typeof details === 'object' && details !== null ? (details as Record<string, unknown>) : {},
  )
}

/** The sentence to show for anything that was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof ApiError
    ? error.message
    : '页面出现异常，请刷新后重试；如反复出现，请联系系统管理员。'
}
