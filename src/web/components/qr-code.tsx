import { encodeQR } from 'qr'

/** A QR code as one path: sharp on paper and at any zoom, with four modules of white around it. */
export function QrCode({
  text,
  label,
  size = 148,
}: {
  readonly text: string
  readonly label: string
  readonly size?: number
}) {
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: 4 })
  const path = modules
    .map((row, y) => row.map((isDark, x) => (isDark ? `M${x} ${y}h1v1h-1z` : '')).join(''))
    .join('')
  return (
    <svg
      role="img"
      aria-label={label}
      width={size}
      height={size}
      viewBox={`0 0 ${modules.length} ${modules.length}`}
      shapeRendering="crispEdges"
      className="qr-code"
    >
      <path d={path} fill="#000" />
    </svg>
  )
}
