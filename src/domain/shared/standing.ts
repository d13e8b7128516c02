/** How something came here: read in a document, remembered, or proposed because nothing is official. */
export const STANDINGS = { seen: '见于原文', memory: '凭经验录入', proposal: '系统建议值' } as const
export type Standing = keyof typeof STANDINGS
