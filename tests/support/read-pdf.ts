import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

export type PdfWord = { text: string; xPt: number; yPt: number; widthPt: number; sizePt: number };

/** What stands on each page of a PDF, with its place from the bottom left, as a reader program sees it. */
export async function readPdf(bytes: Uint8Array): Promise<PdfWord[][]> {
  const loading = getDocument({ data: new Uint8Array(bytes), disableFontFace: true, verbosity: 0 });
  const document = await loading.promise;
  const pages: PdfWord[][] = [];
  for (let number = 1; number <= document.numPages; number += 1) {
    const page = await document.getPage(number);
    const { items } = await page.getTextContent();
    pages.push(
      items.flatMap((item) => {
        if (!('str' in item) || item.str.trim() === '') return [];
        const [, , , sizePt = 0, xPt = 0, yPt = 0] = item.transform as number[];
        return [{ text: item.str, xPt, yPt, widthPt: item.width, sizePt }];
      }),
    );
  }
  await loading.destroy();
  return pages;
}
