import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { rememberPackages } from './scripts/release/remember-packages.ts'

/** Libraries that change seldom get files of their own, so that a release does not fetch them again. */
const VENDORS: readonly (readonly [name: string, test: RegExp])[] = [
  ['charts', /node_modules[\\/](echarts|zrender)[\\/]/],
  ['react', /node_modules[\\/](react|react-dom|scheduler|@tanstack)[\\/]/],
]

export default defineConfig({
  root: 'src/web',
  base: '/',
  plugins: [react(), rememberPackages({ isWritten: true })],
  build: {
    outDir: '../../dist/web',
    emptyOutDir: true,
    // Chromium 90 is what the browsers of domestic desktops are built on.
    target: 'chrome90',
    cssTarget: 'chrome90',
    // Files must be files: an inlined image or font would need `data:` in the content policy.
    assetsInlineLimit: 0,
    // The polyfill is an inline-free module, but Chromium 90 preloads modules by itself.
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        codeSplitting: { groups: VENDORS.map(([name, test]) => ({ name, test })) },
      },
    },
  },
  server: { proxy: { '/api': `http://127.0.0.1:${process.env['PORT'] ?? '3000'}` } },
})
