import type { paths } from './generated/api.d.ts'
import type {
  ActionOffer,
  ActView,
  AuditRow,
  Cockpit,
  CockpitTile,
  DocumentOffer,
  FrozenVersion,
  IssuedDocument,
  Jurisdiction,
  LedgerEntry,
  Me,
  OrganisationRow,
  Post,
  ProjectFile,
  ProjectHeader,
  ProjectLine,
  RecordSummary,
  RecordView,
  Saved,
  SearchMatch,
  Todo,
} from './shapes.ts'
import type {
  CalendarPlace,
  OwnRank,
  PilotBoundary,
  PilotCalendar,
  PilotRanking,
  RankedPlaceLine,
  RegisterItem,
  SelectionBoard,
  SelectionCandidate,
  SelectionPlace,
} from './shapes-pilot.ts'
import type { BlueprintListing } from './shapes-blueprint.ts'
import type { Library, LibraryItem, RevisionCandidate, RuleCatalogue, RuleValues } from './shapes-rules.ts'

/*
 * Holds the hand-written shapes, which name grades, lights and roles more narrowly than a schema can,
 * to what the routes really answer: a field that the server drops or renames does not compile here.
 */
type Answer<Route> = Route extends {
  responses: { 200: { content: { 'application/json': infer Body } } }
}
  ? Body
  : never
type Get<Path extends keyof paths> = Answer<paths[Path]['get']>
type Put<Path extends keyof paths> = Answer<paths[Path]['put']>
type Item<List> = List extends { items: (infer One)[] } ? One : never
type Element<List> = List extends (infer One)[] ? One : never

/** The required fields of ours that theirs lacks; never, when all are there. */
type Lacking<Theirs, Ours> = Exclude<RequiredKeys<Ours>, keyof Theirs>
type RequiredKeys<T> = { [K in keyof T]-?: undefined extends T[K] ? never : K }[keyof T]
type Agrees<Theirs, Ours> = [Theirs] extends [never]
  ? 'the route is gone'
  : [Lacking<Theirs, Ours>] extends [never]
    ? true
    : Lacking<Theirs, Ours>
type All<T extends readonly true[]> = T

type Record_ = Get<'/api/records/{recordId}'>
type File_ = Get<'/api/projects/{jurisdiction}/{projectId}'>
type Cockpit_ = Get<'/api/cockpit'>

export type ShapesMatch = All<
  [
    Agrees<Get<'/api/me'>, Me>,
    Agrees<Element<Get<'/api/me'>['posts']>, Post>,
    Agrees<Item<Get<'/api/jurisdictions'>>, Jurisdiction>,
    Agrees<Item<Get<'/api/todos'>>, Todo>,
    Agrees<Item<Get<'/api/projects'>>, ProjectLine>,
    Agrees<File_, ProjectFile>,
    Agrees<File_['project'], Omit<ProjectHeader, 'createdAt'>>,
    Agrees<Element<File_['records']>, ProjectFile['records'][number]>,
    Agrees<Element<File_['acts']>, ProjectFile['acts'][number]>,
    Agrees<Record_, RecordView>,
    Agrees<Record_['record'], RecordSummary>,
    Agrees<Element<Record_['history']>, ActView>,
    Agrees<Element<Record_['availableActions']>, ActionOffer>,
    Agrees<Element<Record_['frozen']>, FrozenVersion>,
    Agrees<Element<Record_['documents']>, DocumentOffer>,
    Agrees<Put<'/api/records/{recordId}'>, Saved>,
    Agrees<Cockpit_, Cockpit>,
    Agrees<Element<Cockpit_['tiles']>, CockpitTile>,
    Agrees<Get<'/api/pilot/calendar'>, PilotCalendar>,
    Agrees<Element<Get<'/api/pilot/calendar'>['places']>, CalendarPlace>,
    Agrees<Get<'/api/pilot/selection-board'>, SelectionBoard>,
    Agrees<Element<Get<'/api/pilot/selection-board'>['candidates']>, SelectionCandidate>,
    Agrees<Element<Get<'/api/pilot/selection-board'>['places']>, SelectionPlace>,
    Agrees<Get<'/api/pilot/ranking'>, PilotRanking>,
    Agrees<Element<Get<'/api/pilot/ranking'>['places']>, RankedPlaceLine>,
    Agrees<Get<'/api/pilot/own-rank'>, OwnRank>,
    Agrees<Item<Get<'/api/pilot/registers'>>, RegisterItem>,
    Agrees<Get<'/api/pilot/boundary'>, PilotBoundary>,
    Agrees<Get<'/api/rules'>, RuleCatalogue>,
    Agrees<Get<'/api/rules/values'>, RuleValues>,
    Agrees<Get<'/api/blueprints'>, BlueprintListing>,
    Agrees<Get<'/api/indicators'>, Library>,
    Agrees<Item<Get<'/api/indicators'>>, LibraryItem>,
    Agrees<Item<Get<'/api/indicators/candidates'>>, RevisionCandidate>,
    Agrees<Item<Get<'/api/search'>>, SearchMatch>,
    Agrees<Item<Get<'/api/documents'>>, IssuedDocument>,
    Agrees<Item<Get<'/api/ledger/leaves'>>, LedgerEntry>,
    Agrees<Item<Get<'/api/organisations'>>, OrganisationRow>,
    Agrees<Item<Get<'/api/audit'>>, AuditRow>,
  ]
>
