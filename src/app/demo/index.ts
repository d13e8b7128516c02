export { buildDemo } from './build-demo.ts'
export {
  type DemoAccount,
  demoClock,
  demoState,
  emptyDemo,
  listAccounts,
  makePassword,
  renewPassword,
} from './demo-state.ts'
