import JSZip from 'jszip'
import { expect, test } from 'vitest'
import { paragraph } from '../../domain/documents/make-block.ts'
import type { DossierContents } from './collect-dossier.ts'
import { makePackage, type PackageProgress } from './make-package.ts'

const CONTENTS: DossierContents = {
  subject: '示范项目',
  documents: [
    {
      path: '00 目录',
      blocks: {
        title: '目录',
        isDemonstration: true,
        sections: [{ page: 'letter', orientation: 'portrait', blocks: [paragraph('共一份。')] }],
      },
    },
  ],
  files: [{ path: '佐证材料清单.csv', text: '文件名' }],
}

test('every document lies in the package as Word and PDF, beside the other files', async () => {
  const said: PackageProgress[] = []
  const bytes = await makePackage(CONTENTS, (one) => said.push(one), new AbortController().signal)
  const zip = await JSZip.loadAsync(bytes, { checkCRC32: true })
  expect(Object.keys(zip.files)).toEqual(['00 目录.docx', '00 目录.pdf', '佐证材料清单.csv'])
  expect((await zip.file('00 目录.pdf')!.async('string')).slice(0, 4)).toBe('%PDF')
  expect(said.map(({ done, total }) => `${done}/${total}`)).toEqual(['0/2', '1/2', '2/2'])
}, 60_000)

test('it ends before the next file when it is stopped', async () => {
  const stop = new AbortController()
  const making = makePackage(CONTENTS, () => stop.abort(), stop.signal)
  await expect(making).rejects.toMatchObject({ name: 'AbortError' })
}, 60_000)
