/**
 * Something about the machine, the disk or the server that the person who runs the product can put
 * right. The message is Chinese, says what happened and what to do; `detail` is for the log.
 */
export class OperationProblem extends Error {
  readonly detail: string

  constructor(message: string, detail = '') {
    super(message)
    this.name = 'OperationProblem'
    this.detail = detail
  }
}
