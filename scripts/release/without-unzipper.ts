import type { Plugin } from 'vite'

/**
 * exceljs reads workbooks in a stream with `unzipper`; we never do, and below it stands a package without
 * any licence. A release carries neither.
 */
export function withoutUnzipper(): Plugin {
  return {
    name: 'without-unzipper',
    enforce: 'pre',
    resolveId: (name) => (name === 'unzipper' ? '\0unzipper' : null),
    load: (id) => (id === '\0unzipper' ? 'export default {}' : null),
  }
}
