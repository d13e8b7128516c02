import type { Locator } from 'playwright-core'

/**
 * Waits until what just opened no longer moves: on a busy machine a click may otherwise begin on one
 * line of a list that is still sliding open and end on the next.
 */
export async function still(opened: Locator): Promise<Locator> {
  await opened.waitFor()
  await opened.evaluate(async (element) => {
    const isMoving = () =>
      /-(enter|appear|leave)(-|\s|$)/.test(element.className) ||
      element.getAnimations({ subtree: true }).some(({ playState }) => playState === 'running')
    const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve))
    await nextFrame()
    for (let frames = 0; isMoving() && frames < 200; frames += 1) await nextFrame()
  })
  return opened
}
