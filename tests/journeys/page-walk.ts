import { bodiesOf, whoPlays } from '../../src/app/demo/cast.ts'
import type { Part, Story } from '../../src/app/demo/story.ts'
import type { Walk } from '../../src/app/demo/walk.ts'
import type { Content } from '../../src/domain/forms/form.ts'
import { getRecordKind } from '../../src/domain/record-kinds.ts'
import type { ProjectFile } from '../../src/web/shapes.ts'
import {
  beginInCockpit,
  beginInFile,
  type Desk,
  download,
  fillRecord,
  isPlanStage,
  openWaiting,
  perform,
  type Seen,
  waitForRecord,
} from './desk.ts'
import type { Upload } from './fill-form.ts'
import type { Site } from './site.ts'

export type PageWalk = Walk & {
  /** Address of the project's page below the site. */
  file(): string
  signIn(part: Part): Promise<void>
  upload(placeholder: string): Upload
  nameOf(id: string): string
}

/**
 * The way of a story walked through the pages: signing in, opening what waits in the to-do list,
 * typing and pasting into the form, pressing the button and confirming. Only looking up what the
 * record already holds (to know which rows it has) is asked of the server from inside the page.
 */
export function makePageWalk(desk: Desk, site: Site, story: Story): PageWalk {
  const who = makeNames(site, story)
  const uploads = new Map<string, Upload>()
  let projectId = ''
  let projectName = ''
  const file = () => `/${story.jurisdiction}/${story.fiscalYear}/projects/${projectId}`
  const signIn = (part: Part) => desk.signIn(who.account(part))
  const upload = (placeholder: string) => known(uploads.get(placeholder), placeholder)
  const walk: PageWalk = {
    ...who,
    story,
    file,
    signIn,
    upload,
    today: site.today,
    run: () => Promise.reject(new Error('a journey runs no use case by itself')),
    setProject(id) {
      projectId = id
      projectName = String(story.entry['name'])
    },
    async begin(by, kind, input) {
      await signIn(by)
      if (isOfPlace(kind)) return beginInCockpit(desk, story.jurisdiction, story.fiscalYear, kind)
      const stage = (input as { content?: Content } | undefined)?.content?.['stage']
      return beginInFile(desk, file(), kind, isPlanStage(stage) ? stage : undefined)
    },
    async all(by, kind) {
      await signIn(by)
      const { records } = await desk.read<ProjectFile>(`/api/projects/${story.jurisdiction}/${projectId}`)
      return records.filter((record) => record.kind === kind).map(({ id }) => id)
    },
    async newest(by, kind) {
      await signIn(by)
      const { title } = getRecordKind(kind)
      const object = isOfPlace(kind) ? '' : projectName
      if (await openWaiting(desk, title, object)) return desk.recordId()
      return openFromFile(desk, file(), kind)
    },
    async read(by, recordId) {
      await signIn(by)
      return (await desk.read<Seen>(`/api/records/${recordId}`)).content
    },
    async save(by, recordId, content) {
      await signIn(by)
      await standAt(desk, story, recordId)
      await fillRecord(desk, { content, nameOf: who.nameOf, fileOf: upload })
    },
    async act(by, action, recordId, opinion) {
      await signIn(by)
      await standAt(desk, story, recordId)
      const [stage = '', noun = '', verb = ''] = action.split('.')
      const { title } = known(getRecordKind(`${stage}.${noun}`).workflow.actions[verb], action)
      await perform(desk, title, opinion)
    },
    async attach(_by, _recordId, _place, { name, bytes }) {
      const placeholder = `file-${uploads.size}`
      const mimeType = name.endsWith('.pdf') ? 'application/pdf' : 'image/png'
      uploads.set(placeholder, { name, mimeType, buffer: Buffer.from(bytes) })
      return placeholder
    },
    async print(by, recordId, document, format = 'pdf') {
      await signIn(by)
      await standAt(desk, story, recordId)
      const seen = await desk.read<Seen>(`/api/records/${recordId}`)
      const offer = known(
        seen.documents.find((one) => one.document === document),
        document,
      )
      return (await download(desk, offer.title))[format]
    },
  }
  return walk
}

/** The people and bodies of a story: their accounts, and what they are called on the pages. */
function makeNames({ cast, residents }: Site, story: Story) {
  const names = new Map([
    ...cast.people.map(({ key, name }) => [residents.posts.get(key)?.personId, name] as const),
    ...cast.bodies.map(({ key, name }) => [residents.bodies.get(key), name] as const),
  ])
  const { unit, department } = bodiesOf(story)
  const bodyId = (key: string) => known(residents.bodies.get(key), key)
  return {
    unitId: bodyId(unit),
    departmentId: bodyId(department),
    bodyId,
    personId: (part: Part) => known(residents.posts.get(whoPlays(story, part)), part).personId,
    account: (part: Part) =>
      known(cast.people.find(({ key }) => key === whoPlays(story, part))?.account, `account of ${part}`),
    nameOf: (id: string) => known(names.get(id), id),
  }
}

async function standAt(desk: Desk, { jurisdiction, fiscalYear }: Story, recordId: string): Promise<void> {
  if (desk.recordId() === recordId) return
  await desk.goTo(`/${jurisdiction}/${fiscalYear}/records/${recordId}`)
  await waitForRecord(desk.page)
}

/** What does not wait for this person is found in the project's file. */
async function openFromFile(desk: Desk, file: string, kindName: string): Promise<string> {
  const { stage, title } = getRecordKind(kindName)
  await desk.goTo(`${file}?tab=${stage}`)
  await desk.page.locator('.file-main').getByRole('link', { name: title, exact: true }).last().click()
  await desk.page.waitForURL(/\/records\//)
  await waitForRecord(desk.page)
  return desk.recordId()
}

function isOfPlace(kind: string): boolean {
  return getRecordKind(kind).per === 'jurisdiction'
}

function known<T>(value: T | undefined, what: string): T {
  if (value === undefined) throw new Error(`journey: there is no ${what}`)
  return value
}
