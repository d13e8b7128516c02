import { createRootRoute, createRoute, createRouter, lazyRouteComponent } from '@tanstack/react-router'
import {
  readAdminSearch,
  readCockpitSearch,
  readDoctorSearch,
  readDocumentsSearch,
  readAgenciesSearch,
  readExpertsSearch,
  readFigureSearch,
  readFileSearch,
  readIndicatorsSearch,
  readLoginSearch,
  readMonitoringSearch,
  readPilotSearch,
  readOversightSearch,
  readProjectsSearch,
  readRectificationSearch,
  readRecordSearch,
  readReviewSearch,
  readRulesSearch,
  readWhatIfSearch,
} from './address.ts'
import { NotFound, PageCrash } from './components/error-state.tsx'
import { PageShape } from './components/loading-shape.tsx'
import { Frame } from './frame/frame.tsx'
import { Start } from './pages/start.tsx'

const root = createRootRoute({ notFoundComponent: NotFound })

const start = createRoute({ getParentRoute: () => root, path: '/', component: Start })

const login = createRoute({
  getParentRoute: () => root,
  path: '/login',
  validateSearch: readLoginSearch,
  component: lazyRouteComponent(() => import('./pages/login.tsx'), 'LoginPage'),
})

const updateLink = createRoute({
  getParentRoute: () => root,
  path: '/u/$token',
  component: lazyRouteComponent(() => import('./pages/update-link.tsx'), 'UpdateLinkPage'),
})

const setup = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  component: lazyRouteComponent(() => import('./pages/setup.tsx'), 'SetupPage'),
})

/** Everything behind the sign-in stands under a jurisdiction and a fiscal year. */
const place = createRoute({ getParentRoute: () => root, path: '/$jurisdiction/$year', component: Frame })

const todos = createRoute({
  getParentRoute: () => place,
  path: '/todos',
  component: lazyRouteComponent(() => import('./pages/todos.tsx'), 'TodosPage'),
})

const projects = createRoute({
  getParentRoute: () => place,
  path: '/projects',
  validateSearch: readProjectsSearch,
  component: lazyRouteComponent(() => import('./pages/projects.tsx'), 'ProjectsPage'),
})

const newProject = createRoute({
  getParentRoute: () => place,
  path: '/projects/new',
  component: lazyRouteComponent(() => import('./pages/new-project.tsx'), 'NewProjectPage'),
})

const project = createRoute({
  getParentRoute: () => place,
  path: '/projects/$projectId',
  validateSearch: readFileSearch,
  component: lazyRouteComponent(() => import('./pages/project-file.tsx'), 'ProjectFilePage'),
})

const record = createRoute({
  getParentRoute: () => place,
  path: '/records/$recordId',
  validateSearch: readRecordSearch,
  component: lazyRouteComponent(() => import('./pages/record.tsx'), 'RecordPage'),
})

const workbook = createRoute({
  getParentRoute: () => place,
  path: '/records/$recordId/workbook',
  component: lazyRouteComponent(() => import('./pages/workbook.tsx'), 'WorkbookPage'),
})

const batch = createRoute({
  getParentRoute: () => place,
  path: '/projects/import',
  component: lazyRouteComponent(() => import('./pages/batch.tsx'), 'BatchPage'),
})

const exchange = createRoute({
  getParentRoute: () => place,
  path: '/projects/exchange',
  component: lazyRouteComponent(() => import('./pages/exchange.tsx'), 'ExchangePage'),
})

const cockpit = createRoute({
  getParentRoute: () => place,
  path: '/cockpit',
  validateSearch: readCockpitSearch,
  component: lazyRouteComponent(() => import('./pages/cockpit.tsx'), 'CockpitPage'),
})

const pilot = createRoute({
  getParentRoute: () => place,
  path: '/pilot',
  validateSearch: readPilotSearch,
  component: lazyRouteComponent(() => import('./pages/pilot.tsx'), 'PilotPage'),
})

const monitoring = createRoute({
  getParentRoute: () => place,
  path: '/monitoring',
  validateSearch: readMonitoringSearch,
  component: lazyRouteComponent(() => import('./pages/monitoring.tsx'), 'MonitoringPage'),
})

const rules = createRoute({
  getParentRoute: () => place,
  path: '/rules',
  validateSearch: readRulesSearch,
  component: lazyRouteComponent(() => import('./pages/rules.tsx'), 'RulesPage'),
})

const doctor = createRoute({
  getParentRoute: () => place,
  path: '/doctor',
  validateSearch: readDoctorSearch,
  component: lazyRouteComponent(() => import('./pages/doctor.tsx'), 'DoctorPage'),
})

const experts = createRoute({
  getParentRoute: () => place,
  path: '/experts',
  validateSearch: readExpertsSearch,
  component: lazyRouteComponent(() => import('./pages/experts.tsx'), 'ExpertsPage'),
})

const agencies = createRoute({
  getParentRoute: () => place,
  path: '/agencies',
  validateSearch: readAgenciesSearch,
  component: lazyRouteComponent(() => import('./pages/agencies.tsx'), 'AgenciesPage'),
})

const feedback = createRoute({
  getParentRoute: () => place,
  path: '/feedback',
  component: lazyRouteComponent(() => import('./pages/feedback.tsx'), 'FeedbackPage'),
})

const publications = createRoute({
  getParentRoute: () => place,
  path: '/publications',
  component: lazyRouteComponent(() => import('./pages/publications.tsx'), 'PublicationsPage'),
})

const review = createRoute({
  getParentRoute: () => place,
  path: '/review',
  validateSearch: readReviewSearch,
  component: lazyRouteComponent(() => import('./pages/review.tsx'), 'ReviewPage'),
})

const offices = createRoute({
  getParentRoute: () => place,
  path: '/offices',
  component: lazyRouteComponent(() => import('./pages/offices.tsx'), 'OfficesPage'),
})

const quality = createRoute({
  getParentRoute: () => place,
  path: '/quality',
  component: lazyRouteComponent(() => import('./pages/quality.tsx'), 'QualityPage'),
})

const reports = createRoute({
  getParentRoute: () => place,
  path: '/reports',
  component: lazyRouteComponent(() => import('./pages/reports.tsx'), 'ReportsPage'),
})
const rectification = createRoute({
  getParentRoute: () => place,
  path: '/rectification',
  validateSearch: readRectificationSearch,
  component: lazyRouteComponent(() => import('./pages/rectification.tsx'), 'RectificationPage'),
})
const whatIf = createRoute({
  getParentRoute: () => place,
  path: '/what-if',
  validateSearch: readWhatIfSearch,
  component: lazyRouteComponent(() => import('./pages/what-if.tsx'), 'WhatIfPage'),
})

const oversight = createRoute({
  getParentRoute: () => place,
  path: '/oversight',
  validateSearch: readOversightSearch,
  component: lazyRouteComponent(() => import('./pages/oversight.tsx'), 'OversightPage'),
})

const oversightRecord = createRoute({
  getParentRoute: () => place,
  path: '/oversight/records/$recordId',
  validateSearch: readOversightSearch,
  component: lazyRouteComponent(() => import('./pages/oversight-record.tsx'), 'OversightRecordPage'),
})

const oversightReport = createRoute({
  getParentRoute: () => place,
  path: '/oversight/reports/$recordId',
  validateSearch: readFigureSearch,
  component: lazyRouteComponent(() => import('./pages/oversight-report.tsx'), 'OversightReportPage'),
})

const rounds = createRoute({
  getParentRoute: () => place,
  path: '/rounds',
  component: lazyRouteComponent(() => import('./pages/rounds.tsx'), 'RoundsPage'),
})

const monitoringTasks = createRoute({
  getParentRoute: () => place,
  path: '/monitoring-tasks',
  component: lazyRouteComponent(() => import('./pages/monitoring-tasks.tsx'), 'MonitoringTasksPage'),
})

const owners = createRoute({
  getParentRoute: () => place,
  path: '/owners',
  component: lazyRouteComponent(() => import('./pages/owners.tsx'), 'OwnersPage'),
})

const indicators = createRoute({
  getParentRoute: () => place,
  path: '/rules/indicators',
  validateSearch: readIndicatorsSearch,
  component: lazyRouteComponent(() => import('./pages/indicators.tsx'), 'IndicatorsPage'),
})

const documents = createRoute({
  getParentRoute: () => place,
  path: '/documents',
  validateSearch: readDocumentsSearch,
  component: lazyRouteComponent(() => import('./pages/documents.tsx'), 'DocumentsPage'),
})

const admin = createRoute({
  getParentRoute: () => place,
  path: '/administration',
  validateSearch: readAdminSearch,
  component: lazyRouteComponent(() => import('./pages/administration.tsx'), 'AdministrationPage'),
})

const projectDossier = createRoute({
  getParentRoute: () => place,
  path: '/projects/$projectId/dossier',
  component: lazyRouteComponent(() => import('./pages/project-dossier.tsx'), 'ProjectDossierPage'),
})

const placeDossier = createRoute({
  getParentRoute: () => place,
  path: '/dossier',
  component: lazyRouteComponent(() => import('./pages/place-dossier.tsx'), 'PlaceDossierPage'),
})

const routeTree = root.addChildren([
  start,
  login,
  setup,
  updateLink,
  place.addChildren([
    todos,
    projects,
    newProject,
    batch,
    exchange,
    project,
    record,
    workbook,
    cockpit,
    pilot,
    monitoring,
    rules,
    indicators,
    offices,
    quality,
    rectification,
    whatIf,
    owners,
    rounds,
    reports,
    oversight,
    oversightRecord,
    oversightReport,
    monitoringTasks,
    review,
    experts,
    agencies,
    feedback,
    publications,
    doctor,
    documents,
    admin,
    projectDossier,
    placeDossier,
  ]),
])

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  scrollRestoration: true,
  defaultPendingComponent: PageShape,
  defaultErrorComponent: PageCrash,
  defaultNotFoundComponent: NotFound,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
