/** The way to storage for those who may not see into it: server and commands start it here. */
export { OperationProblem } from '../storage/problem.ts'
export { homeDirectory, type Storage, startStorage } from '../storage/start.ts'
export { publicAddress } from '../storage/server/public-address.ts'
export { backUp, restore } from '../storage/backup/index.ts'
