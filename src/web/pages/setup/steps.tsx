import { Input } from 'antd'
import { zh } from '../../zh.ts'
import {
  ADMINISTRATOR_ROLES,
  type AdministratorDraft,
  type AdministratorRole,
  type SetupDraft,
} from './draft.ts'

type StepProps = { readonly draft: SetupDraft; readonly change: (draft: SetupDraft) => void }

export function PlaceStep({ draft, change }: StepProps) {
  return (
    <>
      <label htmlFor="setup-province">{zh.setup.province}</label>
      <Input
        id="setup-province"
        value={draft.provinceName}
        maxLength={100}
        aria-describedby="setup-province-help"
        onChange={(event) => change({ ...draft, provinceName: event.target.value })}
      />
      <p id="setup-province-help" className="muted">
        {zh.setup.provinceHelp}
      </p>
    </>
  )
}

export function AdministratorsStep({ draft, change }: StepProps) {
  return (
    <>
      {ADMINISTRATOR_ROLES.map((role) => (
        <Administrator
          key={role}
          role={role}
          value={draft[role]}
          change={(part) => change({ ...draft, [role]: { ...draft[role], ...part } })}
        />
      ))}
      <p className="muted">
        {zh.setup.usernameHelp}
        {zh.setup.passwordHelp}
      </p>
    </>
  )
}

function Administrator({
  role,
  value,
  change,
}: {
  readonly role: AdministratorRole
  readonly value: AdministratorDraft
  readonly change: (part: Partial<AdministratorDraft>) => void
}) {
  const [title, duty] = zh.setup.administrators[role]
  return (
    <fieldset className="setup-person">
      <legend>
        {title} <span className="muted">{duty}</span>
      </legend>
      <div className="setup-fields">
        <label htmlFor={`${role}-name`}>{zh.setup.name}</label>
        <label htmlFor={`${role}-username`}>{zh.login.username}</label>
        <label htmlFor={`${role}-password`}>{zh.login.password}</label>
        <Input
          id={`${role}-name`}
          value={value.name}
          maxLength={50}
          onChange={(event) => change({ name: event.target.value })}
        />
        <Input
          id={`${role}-username`}
          value={value.username}
          maxLength={40}
          autoComplete="off"
          onChange={(event) => change({ username: event.target.value })}
        />
        <Input.Password
          id={`${role}-password`}
          value={value.password}
          autoComplete="new-password"
          onChange={(event) => change({ password: event.target.value })}
        />
      </div>
    </fieldset>
  )
}

export function ReviewStep({ draft }: { readonly draft: SetupDraft }) {
  return (
    <>
      <dl className="facts">
        <div className="facts-row">
          <dt>{zh.setup.province}</dt>
          <dd>{draft.provinceName}</dd>
        </div>
        {ADMINISTRATOR_ROLES.map((role) => (
          <div key={role} className="facts-row">
            <dt>{zh.setup.administrators[role][0]}</dt>
            <dd>
              {draft[role].name}（{draft[role].username}）
            </dd>
          </div>
        ))}
      </dl>
      <p className="muted">{zh.setup.reviewText}</p>
    </>
  )
}
