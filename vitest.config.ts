import { defineConfig } from 'vitest/config'

/** Files a run leaves out, separated by spaces; `--exclude` does not reach the projects below. */
const leftOut = process.env['JIHENG_LEAVE_OUT']?.split(' ') ?? []

const shared = {
  pool: 'forks' as const,
  globalSetup: ['src/storage/testing/global-setup.ts'],
}

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          ...shared,
          name: 'unit',
          // Files share their modules: loading the product anew for each took a third of the whole run.
          isolate: false,
          include: [
            'src/**/*.test.{ts,tsx}',
            'tests/**/*.test.ts',
            'bench/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: ['tests/journeys/**', 'node_modules/**', ...leftOut],
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
      {
        test: {
          ...shared,
          name: 'journeys',
          include: ['tests/journeys/**/*.test.ts'],
          exclude: leftOut,
          testTimeout: 180_000,
          hookTimeout: 120_000,
          fileParallelism: false,
        },
      },
    ],
  },
})
