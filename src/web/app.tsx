import { createCache, StyleProvider } from '@ant-design/cssinjs'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { App as AntApp, ConfigProvider } from 'antd'
import type { Locale } from 'antd/es/locale/index.js'
import * as localePack from 'antd/es/locale/zh_CN.js'
import { makeQueryClient } from './queries.ts'
import { router } from './router.tsx'
import { THEME } from './theme.ts'

/** The pack is an ES module to the bundler and a CommonJS one to the type checker. */
const LOCALE = localePack.default as unknown as Locale

const queryClient = makeQueryClient()
const styleCache = createCache()

/** Providers, outermost first. `layer` stays off: Chromium 90 drops everything inside `@layer`. */
export function App({ nonce }: { readonly nonce: string }) {
  return (
    <StyleProvider cache={styleCache} layer={false} hashPriority="high">
      <ConfigProvider
        locale={LOCALE}
        theme={THEME}
        csp={{ nonce }}
        button={{ autoInsertSpace: false }}
        modal={{ mask: { blur: false } }}
        drawer={{ mask: { blur: false } }}
      >
        <AntApp component={false} message={{ top: 64, maxCount: 3 }}>
          <QueryClientProvider client={queryClient}>
            <RouterProvider router={router} />
          </QueryClientProvider>
        </AntApp>
      </ConfigProvider>
    </StyleProvider>
  )
}
