import path from 'node:path'
import type { Plugin } from 'vite'

/**
 * In a bundle a module no longer lies where its source lay. This keeps what modules say about their
 * place true: all code lies in `lib`, programs and workers under their own names, and the files that
 * modules read beside themselves are laid out in the release as in the checkout.
 */
export function keepPlaces(root: string): Plugin {
  return {
    name: 'keep-places',
    enforce: 'pre',
    transform(code, id) {
      const file = path.relative(root, id.split('?')[0] ?? id)
      if (file.startsWith('..') || file.startsWith('node_modules') || !code.includes('import.meta')) return
      return { code: rewritePlaces(code, file.split(path.sep).join('/')), map: null }
    },
  }
}

/** @param file of the module, from the root of the checkout */
export function rewritePlaces(code: string, file: string): string {
  const folder = path.posix.dirname(file)
  return code
    .replaceAll(/new URL\('(\.{1,2}\/[^']+)\.ts', import\.meta\.url\)/g, (_all, target: string) => {
      return `new URL('./${path.posix.basename(target)}.js', import.meta.url)`
    })
    .replaceAll('import.meta.dirname', `(import.meta.dirname + '/../${folder}')`)
}
