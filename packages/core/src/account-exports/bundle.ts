import { strToU8, Zip, ZipDeflate } from "fflate";
import type { Ctx } from "../kernel/ctx.ts";
import { contentsFor } from "./contents.ts";

/** Rows of one page; as many as every list gives. */
const limit = 100;

/**
 * An account's export as a zip of one JSONL file per list, made page by page: however much there is, one page is in memory. Each page
 * is asked of the list's own verb, so it holds what its reader sees there. `about.json`, written last, says how many rows each file
 * has: without it the file is not whole.
 */
export async function* bundleOf(ctx: Ctx): AsyncGenerator<Uint8Array> {
  const ready: Uint8Array[] = [];
  const zip = new Zip((error, chunk) => {
    if (error) throw error;
    ready.push(chunk);
  });
  const rows: Record<string, number> = {};
  for (const content of contentsFor(ctx)) {
    const file = new ZipDeflate(`${content.name}.jsonl`);
    zip.add(file);
    rows[content.name] = 0;
    let cursor: string | undefined;
    do {
      const page = await content.read(ctx, { limit, cursor });
      rows[content.name]! += page.rows.length;
      file.push(strToU8(page.rows.map((row) => `${JSON.stringify(row)}\n`).join("")));
      cursor = page.next ?? undefined;
      yield* ready.splice(0);
    } while (cursor);
    file.push(new Uint8Array(0), true);
  }
  const about = new ZipDeflate("about.json");
  zip.add(about);
  const facts = { account: ctx.tenant?.name, exportedAt: ctx.securityNow.toISOString(), rows };
  about.push(strToU8(JSON.stringify(facts, null, 2)), true);
  zip.end();
  yield* ready.splice(0);
}
