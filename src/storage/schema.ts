import type { ColumnType, Generated } from 'kysely'

/** The tables as TypeScript sees them: bigint columns arrive as BigInt, dates as 'YYYY-MM-DD' text. */
export type Schema = {
  installation: { only_row: Generated<boolean>; is_demo: boolean; set_up_at: Generated<string> }
  jurisdiction: {
    id: string
    name: string
    parent_id: string | null
    level: 'province' | 'city' | 'county'
    kind: string
    tile_column: number
    tile_row: number
    valid_from: string
    valid_to: string | null
  }
  organisation: {
    id: string
    jurisdiction_id: string
    kind: string
    name: string
    code: string | null
    parent_id: string | null
    document_prefix: string | null
    valid_from: string
    valid_to: string | null
  }
  person: {
    id: string
    name: string
    employer: string | null
    is_expert: Generated<boolean>
    expert_field: string | null
    created_at: Generated<string>
  }
  account: {
    person_id: string
    username: string
    password_hash: string
    password_set_at: Generated<string>
    must_change: Generated<boolean>
    failed_count: Generated<number>
    locked_until: string | null
    is_disabled: Generated<boolean>
    version: Generated<number>
  }
  post: {
    id: string
    person_id: string
    organisation_id: string
    jurisdiction_id: string
    role: string
    title: string
    valid_from: string
    valid_to: string | null
    handed_over_from: string | null
    version: Generated<number>
  }
  session: {
    token_hash: Buffer
    person_id: string
    post_id: string
    csrf_token: string
    address: string | null
    role: string
    scope: string
    jurisdiction_id: string
    organisation_id: string
    last_day: string | null
    created_at: Generated<string>
    seen_at: Generated<string>
    expires_at: string
  }
  holiday: { day: string; is_workday: boolean; name: string }
  programme: { id: string; title: string; starts_on: string; ends_on: string; source_id: string }
  project: Versioned & {
    jurisdiction_id: string
    id: string
    fiscal_year: number
    code: string
    name: string
    unit_id: string
    department_id: string
    status: string
    is_new: boolean
    is_major: boolean
    is_classified: boolean
    is_pilot: boolean
    budget_fen: bigint
    grade: string | null
    light: string | null
    content: Json
    version: number
    created_at: string
    created_by: string
  }
  record: Versioned & {
    jurisdiction_id: string
    id: string
    project_id: string | null
    kind: string
    fiscal_year: number
    title: string
    state: string
    version: number
    content: Json
    subject_id: string | null
    private_to: string | null
    organisation_id: string | null
    due_on: string | null
    state_since: string
    created_at: string
    created_by: string
  }
  act: {
    jurisdiction_id: string
    id: string
    record_id: string
    project_id: string | null
    sequence: number
    action: string
    from_state: string
    to_state: string
    version: number
    person_id: string
    post_id: string | null
    role: string
    organisation_id: string | null
    opinion: string | null
    document_number: string | null
    acted_at: string
    recorded_tx: Generated<bigint>
  }
  frozen: {
    jurisdiction_id: string
    id: string
    record_id: string
    project_id: string | null
    number: number
    action: string
    act_id: string
    content: Json
    digest: string
    frozen_at: string
    recorded_tx: Generated<bigint>
  }
  assignment: Versioned & {
    jurisdiction_id: string
    id: string
    project_id: string
    record_id: string | null
    person_id: string | null
    organisation_id: string | null
    ends_on: string | null
  }
  attachment: Versioned & {
    jurisdiction_id: string
    id: string
    project_id: string | null
    sha256: string
    name: string
    media_type: string
    size_bytes: bigint
    uploaded_by: string
    uploaded_at: string
  }
  evidence: Versioned & {
    jurisdiction_id: string
    id: string
    project_id: string | null
    record_id: string
    attachment_id: string
    place: string
  }
  library_indicator: {
    jurisdiction_id: string
    id: string
    indicator_id: string
    version: number
    change: 'add' | 'revise' | 'retire'
    based_on: number
    content: Json
    record_id: string
    approved_on: string
    recorded_tx: Generated<bigint>
  }
  place_parameter: {
    jurisdiction_id: string
    id: string
    sequence: Generated<bigint>
    parameter: string
    effective_from: string
    entry: Json
    source: Json
    article: string
    standing: 'seen' | 'memory' | 'proposal'
    record_id: string
    approved_on: string
    recorded_tx: Generated<bigint>
  }
  blueprint_pack: {
    jurisdiction_id: string
    id: string
    record_id: string
    origin: 'published' | 'loaded'
    name: string
    version: string
    publisher: string
    published_on: string
    sha256: string
    sm3: string
    body: string
    recorded_tx: Generated<bigint>
  }
  document_number: {
    jurisdiction_id: string
    series: string
    year: number
    number: number
    record_id: string
    issued_at: string
    recorded_tx: Generated<bigint>
  }
  file_digest: { sha256: string; sm3: string }
  ledger_head: {
    jurisdiction_id: string
    origin: string
    size: Generated<bigint>
    frontier_sha256: Generated<Buffer>
    frontier_sm3: Generated<Buffer>
  }
  ledger_leaf: {
    jurisdiction_id: string
    idx: bigint
    type: string
    contract_id: string | null
    project_id: string | null
    record_id: string | null
    act_id: string | null
    canon: Buffer
    sha256: Buffer
    sm3: Buffer
    prev_idx: bigint | null
    created_at: Generated<string>
    txid: Generated<bigint>
  }
  ledger_node: {
    jurisdiction_id: string
    alg: 'sha256' | 'sm3'
    level: number
    pos: bigint
    hash: Buffer
  }
  ledger_checkpoint: {
    jurisdiction_id: string
    size: bigint
    root_sha256: Buffer
    root_sm3: Buffer
    note: string
    created_at: Generated<string>
    txid: Generated<bigint>
  }
  ledger_cosignature: {
    jurisdiction_id: string
    size: bigint
    witness: string
    key: string
    line: string
    organisation_id: string
    received_at: Generated<string>
    txid: Generated<bigint>
  }
  ledger_salt: {
    jurisdiction_id: string
    idx: bigint
    place: string
    project_id: string | null
    salt: Buffer
  }
  audit: {
    id: string
    jurisdiction_id: string | null
    at: Generated<string>
    tx: Generated<bigint>
    person_id: string | null
    post_id: string | null
    role: string | null
    use_case: string
    title: string
    outcome: 'done' | 'refused'
    subject_kind: string | null
    subject_id: string | null
    project_id: string | null
    address: string | null
    request_id: string | null
    changes: Json
  }
  inspection: {
    id: Generated<string>
    began_at: string
    ended_at: string
    differences: number
    lines: Json
  }
  idempotency: {
    person_id: string
    key: string
    body_digest: string
    status: number
    answer: string
    created_at: Generated<string>
  }
}

type Versioned = { recorded_from: Generated<string>; recorded_tx: Generated<bigint> }
/** Read as the parsed value, written as JSON text. */
export type Json = ColumnType<unknown, string, string>
