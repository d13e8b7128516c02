import { packageTexts } from '../../domain/disclosure/public-texts.ts'
import { plainWords } from '../../domain/disclosure/plain-words.ts'
import type { PublishedProject } from '../../domain/disclosure/published-project.ts'
import type { DocumentBlocks } from '../../domain/documents/block.ts'
import type { ResultsDisclosureContent } from '../../domain/forms/contents.ts'
import { buildDisclosurePreview } from '../../documents/disclosure-preview.ts'
import { findVersion } from '../../storage/disclosure-repository.ts'
import type { Context } from '../kernel/context.ts'
import type { RecordData } from '../records/record-data.ts'
import { digestsOf, packageOf } from './public-result.ts'

/** 公开数据预览: the package by the builder that publishes it; once it is public, the version this record published. */
export async function previewDocument(context: Context, data: RecordData): Promise<DocumentBlocks> {
  const isPublished = data.record.state === 'published'
  const published = isPublished
    ? await publishedBy(context, data)
    : (await packageOf(context, data))?.made.published
  const { title, version } = { title: data.kind.title, version: data.record.version }
  return buildDisclosurePreview({
    frame: {
      isDemonstration: context.isDemo,
      ...(isPublished ? {} : { draft: '草稿' as const }),
      references: [{ title, version }],
    },
    projectName: data.project?.name ?? '',
    shown: published && {
      version: published.version,
      isPublished,
      answers: plainWords(published),
      texts: packageTexts(published),
      parts: digestsOf(context, published),
    },
  })
}

async function publishedBy(context: Context, { content }: RecordData): Promise<PublishedProject | undefined> {
  const { publicId, publicVersion } = content as ResultsDisclosureContent
  if (!publicId || !publicVersion) return undefined
  const text = await findVersion(context.db, publicId, publicVersion)
  return text === undefined ? undefined : (JSON.parse(text) as PublishedProject)
}
