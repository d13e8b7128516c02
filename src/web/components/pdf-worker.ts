import './old-browser.ts'
import 'pdfjs-dist/legacy/build/pdf.worker.mjs'
