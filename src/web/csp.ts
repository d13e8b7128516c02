/** What stands in the page until the server puts a nonce there. */
const UNFILLED = '__CSP_NONCE__'

/** The nonce the server put into the page; empty where the page is served without one. */
export function readNonce(): string {
  const nonce = document.querySelector<HTMLMetaElement>('meta[name="csp-nonce"]')?.content ?? ''
  return nonce === UNFILLED ? '' : nonce
}

/**
 * Gives every style element made by a script the nonce of the page. The component library passes it
 * on by itself except in two places (scroll lock, scroll bar measuring), which would be refused.
 */
export function installStyleNonce(nonce: string): void {
  if (nonce === '') return
  const create = document.createElement.bind(document)
  document.createElement = ((name: string, options?: ElementCreationOptions) => {
    const element = create(name, options)
    if (name.toLowerCase() === 'style') element.nonce = nonce
    return element
  }) as typeof document.createElement
}
