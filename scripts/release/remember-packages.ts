import type { Plugin } from 'vite'

/** Under this name the pages' packages lie beside them, for the licences of a release. */
export const PACKAGES_FILE = '.packages'

/** Names the packages whose code goes into a bundle. @param options whether their names are written beside the bundle */
export function rememberPackages(options: { readonly isWritten?: boolean } = {}): Plugin & {
  readonly packages: ReadonlySet<string>
} {
  const packages = new Set<string>()
  return {
    name: 'remember-packages',
    packages,
    load(id) {
      const name = /.*node_modules\/((?:@[^/]+\/)?[^/]+)\//.exec(id)?.[1]
      if (name) packages.add(name)
    },
    generateBundle() {
      if (!options.isWritten) return
      this.emitFile({ type: 'asset', fileName: PACKAGES_FILE, source: [...packages].sort().join('\n') })
    },
  }
}
