import { useNavigate, useSearch } from '@tanstack/react-router'
import { Tabs } from 'antd'
import { PageHead } from '../components/page.tsx'
import { useMe } from '../session.tsx'
import { zh } from '../zh.ts'
import { AuditTrail } from './administration/audit-trail.tsx'
import { Organisations } from './administration/organisations.tsx'
import { Nights } from './administration/nights.tsx'
import { People } from './administration/people.tsx'

/** 管理: each of the three administrators sees what is theirs; the server decides again. */
export function AdministrationPage() {
  const { role } = useMe().post
  const { tab } = useSearch({ from: '/$jurisdiction/$year/administration' })
  const navigate = useNavigate({ from: '/$jurisdiction/$year/administration' })
  const organisations = {
    key: 'organisations',
    label: zh.administration.organisations,
    children: <Organisations />,
  }
  const people = { key: 'people', label: zh.administration.people, children: <People /> }
  const audit = { key: 'audit', label: zh.administration.audit, children: <AuditTrail /> }
  const nights = { key: 'nights', label: zh.administration.nights, children: <Nights /> }
  const items =
    role === 'audit_admin'
      ? [audit, nights, organisations]
      : role === 'system_admin'
        ? [organisations, people, nights]
        : [people, organisations]
  return (
    <div className="page">
      <PageHead title={zh.administration.title} />
      <Tabs
        size="small"
        activeKey={tab ?? items[0]?.key ?? ''}
        items={items}
        onChange={(chosen) => void navigate({ search: { tab: chosen } })}
        destroyOnHidden
      />
    </div>
  )
}
