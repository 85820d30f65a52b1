/** A drawn document as a file to keep, named by its number. */
export function pdfFile(code: string, file: Buffer, headers: HeadersInit = {}): Response {
  const answer = new Response(new Uint8Array(file), { headers });
  answer.headers.set("content-type", "application/pdf");
  answer.headers.set("content-disposition", `attachment; filename="${code}.pdf"`);
  return answer;
}
