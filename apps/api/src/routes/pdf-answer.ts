import type { Context } from "hono";
import { z } from "zod";
import type { Web } from "../http/open.ts";

/** What makes an operation answer with a document: what its verb gives is drawn, and named. */
export function pdfAnswer<Given>(name: (given: Given) => string, draw: (given: Given) => Promise<Buffer>) {
  return {
    media: "application/pdf" as const,
    answer: z.string().meta({ format: "binary", description: "A tagged PDF (PDF/UA)" }),
    respond: async (c: Context<Web>, given: Given) => {
      const file = new Uint8Array(await draw(given));
      const disposition = `attachment; filename="${name(given)}.pdf"`;
      return c.body(file, 200, { "content-type": "application/pdf", "content-disposition": disposition });
    },
  };
}
