/** Record, project and person ids: UUIDv7 text, made by the application. */
export type Id = string

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

export function isId(value: string): boolean {
  return UUID.test(value)
}

const HEX = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, '0'))

/**
 * Builds a UUIDv7: 48 bits of milliseconds, then random bits, so that ids made later sort later.
 * @param now_ms milliseconds since 1970
 * @param random at least 10 bytes of randomness (passed in: `domain` owns neither clock nor chance)
 */
export function makeId(now_ms: number, random: Uint8Array): Id {
  const bytes = new Uint8Array(16)
  for (let i = 0, rest = now_ms; i < 6; i += 1, rest = Math.floor(rest / 256)) bytes[5 - i] = rest % 256
  bytes.set(random.subarray(0, 10), 6)
  bytes[6] = ((bytes[6] ?? 0) & 0x0f) | 0x70
  bytes[8] = ((bytes[8] ?? 0) & 0x3f) | 0x80
  let hex = ''
  for (const byte of bytes) hex += HEX[byte]
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
