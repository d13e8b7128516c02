/**
 * What the PDF library uses and Chromium 90 does not know yet. Imported before it, on the page and in
 * its worker; where the browser has its own, nothing is touched.
 */
function at<T>(this: ArrayLike<T>, index: number): T | undefined {
  const place = Math.trunc(index) || 0
  return this[place < 0 ? this.length + place : place]
}

for (const { prototype } of [Array, String, Uint8Array, Uint16Array, Uint32Array, Int32Array, Float32Array]) {
  if (!('at' in prototype))
    Object.defineProperty(prototype, 'at', { value: at, writable: true, configurable: true })
}
