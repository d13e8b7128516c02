export * from './budget-clocks.ts'
export * from './carry-over.ts'
export * from './control-number.ts'
