export type SecondKey = { name: string; id: string; type: number; key: Buffer; line: string }
export type SecondCheckpoint = { origin: string; size: number; roots: { sha256: Buffer; sm3: Buffer } }
export function jcs(value: unknown): string
export function readKey(line: string): SecondKey | null
export function readCheckpoint(body: string): SecondCheckpoint | null
export function secondVerify(
  text: string,
  options?: { old?: SecondCheckpoint; logKey?: SecondKey; witnessKeys?: SecondKey[]; quorum?: number },
): number
