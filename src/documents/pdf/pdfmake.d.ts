/** The part of pdfmake 0.3 that the writer uses; the package ships no types of its own. */
declare module 'pdfmake' {
  export type PdfNode = { readonly [property: string]: unknown }
  type FontStyles = { normal: string; bold: string; italics: string; bolditalics: string }
  type Pdfmake = {
    readonly virtualfs: {
      existsSync(name: string): boolean
      writeFileSync(name: string, content: Buffer): void
    }
    setFonts(fonts: Readonly<Record<string, FontStyles>>): void
    setUrlAccessPolicy(policy: (url: string) => boolean): void
    setLocalAccessPolicy(policy: (path: string) => boolean): void
    createPdf(definition: PdfNode): { getBuffer(): Promise<Buffer> }
  }
  const pdfmake: Pdfmake
  // biome-ignore lint/style/noDefaultExport: the package exports one object
  export default pdfmake
}
