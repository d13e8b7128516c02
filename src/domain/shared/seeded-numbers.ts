/**
 * A stream of numbers that looks random and is the same for everybody who knows the seed: sfc32, filled
 * from the seed by splitmix32. Only 32-bit integer arithmetic, so browser and server agree to the bit.
 */
export type SeededNumbers = { next(): number }

const WARM_UP = 12

/**
 * @param seed integer from 0 to 4,294,967,295
 * @returns `next` gives integers from 0 to 4,294,967,295, every one equally likely
 */
export function seededNumbers(seed: number): SeededNumbers {
  let filler = seed | 0
  const fill = () => {
    filler = (filler + 0x9e3779b9) | 0
    let mixed = filler ^ (filler >>> 16)
    mixed = Math.imul(mixed, 0x21f0aaad)
    mixed ^= mixed >>> 15
    mixed = Math.imul(mixed, 0x735a2d97)
    return mixed ^ (mixed >>> 15)
  }
  let [a, b, c, counter] = [fill(), fill(), fill(), 1]
  const next = () => {
    const sum = (a + b + counter) | 0
    counter = (counter + 1) | 0
    a = b ^ (b >>> 9)
    b = (c + (c << 3)) | 0
    c = (c << 21) | (c >>> 11)
    c = (c + sum) | 0
    return sum >>> 0
  }
  for (let round = 0; round < WARM_UP; round += 1) next()
  return { next }
}
