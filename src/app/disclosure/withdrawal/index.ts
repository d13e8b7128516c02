import { decideWithdrawal } from './decide-withdrawal.ts'
import { listPublications, viewPublication } from './list-publications.ts'
import { proposeWithdrawal } from './propose-withdrawal.ts'

/** 撤下公开: what should never have been public is taken down by two people. */
export { decideWithdrawal, listPublications, proposeWithdrawal, viewPublication }
export const withdrawalUseCases = [listPublications, viewPublication, proposeWithdrawal, decideWithdrawal]
