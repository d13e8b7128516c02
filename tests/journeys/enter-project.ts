import type { FormDefinition } from '../../src/domain/forms/form.ts'
import type { Desk } from './desk.ts'
import { fillForm, pickFromList } from './fill-form.ts'
import type { PageWalk } from './page-walk.ts'

/** 单位登记项目: the question of secrecy first, then the sheet, entered whole with one button. */
export async function enterProject(walk: PageWalk, desk: Desk): Promise<void> {
  const { page } = desk
  const { story } = walk
  await walk.signIn('unit')
  await page.locator('.nav').getByRole('link', { name: '项目' }).click()
  await pickFromList(page, page.getByRole('combobox', { name: '预算年度' }), `${story.fiscalYear} 年度`)
  await page.getByRole('link', { name: '登记新项目' }).click()
  await page.locator('[id="f-isClassified"]').waitFor()
  if ((await page.locator('.form-middle input:not([type=radio]), .form-middle textarea').count()) > 0)
    throw new Error('something may be typed before the question of secrecy is answered')
  const form = await desk.read<FormDefinition>('/api/forms?id=project/entry')
  const content = {
    isClassified: false,
    ...story.entry,
    unit: walk.unitId,
    department: walk.departmentId,
  }
  await fillForm(page, { form, content, nameOf: walk.nameOf })
  await page.locator('.action-bar').getByRole('button', { name: '登记项目' }).click()
  await page.waitForURL(/\/projects\/[0-9a-f-]{36}/)
  await page.locator('main h1', { hasText: String(story.entry['name']) }).waitFor()
  walk.setProject(new URL(page.url()).pathname.split('/projects/')[1] ?? '')
}
