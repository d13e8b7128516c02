/** Lights as computed: green, yellow, red, or 待定 while it is too early to say. */
export type Light = 'green' | 'yellow' | 'red' | 'pending'

export type RoundLights = {
  /** Of the money as a whole. */
  readonly execution: Light
  /** Of each indicator, in the order of `progress`. */
  readonly progress: readonly (Light | undefined)[]
}

/** Yellow and red ask for words; red asks for a plan besides. */
export function isRaised(light: Light | undefined): boolean {
  return light === 'yellow' || light === 'red'
}

export function hasRed({ execution, progress }: RoundLights): boolean {
  return execution === 'red' || progress.includes('red')
}
