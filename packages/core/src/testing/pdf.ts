import { getDocument, type PDFDocumentProxy } from "pdfjs-dist/legacy/build/pdf.mjs";

/** Opens a PDF with a parser that is not ours. */
export function openPdf(file: Uint8Array): Promise<PDFDocumentProxy> {
  // The parser takes the bytes over.
  return getDocument({ data: Uint8Array.from(file), verbosity: 0 }).promise;
}

/** Everything that can be read on each page, in the order in which it stands in the file. */
export async function pagesOf(pdf: PDFDocumentProxy): Promise<string[]> {
  return Promise.all(
    Array.from({ length: pdf.numPages }, async (_, nth) => {
      const { items } = await (await pdf.getPage(nth + 1)).getTextContent();
      return items.map((item) => ("str" in item ? item.str : "")).join("|");
    }),
  );
}

export async function pdfText(file: Uint8Array): Promise<string> {
  return (await pagesOf(await openPdf(file))).join("|");
}
