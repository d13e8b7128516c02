import type { ThemeConfig } from 'antd'

/** Whoever asked the desktop for fewer movements (also to spare a slow machine) gets none. */
function wantsStillness(): boolean {
  return window.matchMedia('(prefers-reduced-motion: reduce)').matches
}

/**
 * One accent, calm greys, dense rows. Every text colour keeps 4.5:1 on white and on the page grey,
 * which the defaults of the library do not (tertiary text, placeholder, warning).
 */
export const THEME: ThemeConfig = {
  hashed: false,
  token: {
    colorPrimary: '#17568f',
    colorInfo: '#17568f',
    colorLink: '#17568f',
    colorSuccess: '#1a7036',
    colorWarning: '#8a5a00',
    colorError: '#b9202b',
    colorText: '#1b2430',
    colorTextSecondary: '#475262',
    colorTextTertiary: '#566172',
    colorTextQuaternary: '#616c7c',
    colorTextPlaceholder: '#667080',
    colorTextDisabled: '#6a7484',
    colorBorder: '#8d97a5',
    colorBorderSecondary: '#dfe3e8',
    colorBgLayout: '#f4f6f8',
    borderRadius: 4,
    fontSize: 14,
    controlHeight: 32,
    motion: !wantsStillness(),
    motionDurationMid: '0.12s',
    motionDurationSlow: '0.16s',
    fontFamily:
      "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Source Han Sans SC','WenQuanYi Micro Hei',sans-serif",
  },
  components: {
    Button: { fontWeight: 400, primaryShadow: 'none', defaultShadow: 'none', dangerShadow: 'none' },
    // Below dialogs (1000): what was done last must not lie on the buttons of what is being done.
    Notification: { zIndexPopup: 990 },
    Tabs: { horizontalMargin: '0', horizontalItemPadding: '8px 2px' },
  },
}
