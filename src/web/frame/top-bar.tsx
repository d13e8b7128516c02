import { Link } from '@tanstack/react-router'
import { usePlace } from '../session.tsx'
import { zh } from '../zh.ts'
import { AccountMenu } from './account-menu.tsx'
import { PlacePicker } from './place-picker.tsx'
import { SearchBox } from './search-box.tsx'

export function TopBar() {
  const place = usePlace()
  return (
    <header className="top">
      <Link to="/$jurisdiction/$year/todos" params={place} className="brand" title={zh.productLong}>
        <svg viewBox="0 0 32 32" width="24" height="24" aria-hidden="true">
          <rect width="32" height="32" rx="7" className="brand-ground" />
          <path d="M16 7v18M9 25h14M6 11h20" className="brand-line" />
          <path d="M6 11l-3 8h6zM26 11l-3 8h6z" className="brand-fill" />
        </svg>
        <span>{zh.product}</span>
      </Link>
      <PlacePicker />
      <SearchBox />
      <AccountMenu />
    </header>
  )
}
