import { csvLines } from "@tenantry/core/kernel/csv";

interface CsvPage {
  rows: unknown[][];
  next: string | null;
}

/**
 * A list as a file, all of its pages. Each page is read when the one before has gone out, so that the length of the
 * list costs no memory; the first is read before anything is answered, so that a refusal is a page of its own.
 */
export async function csvFile(
  name: string,
  head: string[],
  read: (cursor: string | undefined) => Promise<CsvPage>,
): Promise<Response> {
  const { rows, next: second } = await read(undefined);
  const encoder = new TextEncoder();
  let next = second;
  const body = new ReadableStream<Uint8Array>({
    start: (out) => out.enqueue(encoder.encode(csvLines([head, ...rows], { first: true }))),
    pull: async (out) => {
      if (!next) return out.close();
      const page = await read(next);
      next = page.next;
      out.enqueue(encoder.encode(csvLines(page.rows, { first: false })));
    },
  });
  return new Response(body, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.csv"`,
    },
  });
}
