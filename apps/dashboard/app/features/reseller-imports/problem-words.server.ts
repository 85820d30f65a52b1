import "../../words/reseller-imports.ts";
import type { listResellerImportRows } from "@tenantry/core/reseller-imports/list-rows";
import { fieldSentence, t as sentence } from "@tenantry/core/words/index";
import type { wordsFor } from "../../request/words.server.ts";

type Row = Awaited<ReturnType<typeof listResellerImportRows>>["rows"][number];

/** What is wrong with a row, in sentences that name the field. */
export function problemWords(t: ReturnType<typeof wordsFor>, problems: Row["problems"]): string[] {
  return problems.map((problem) => {
    const field = problem.pointer.slice(1).replace("planId", "plan");
    if (!field) return sentence(`errors:${problem.code}`, problem.params);
    return `${t(`reseller-imports:field.${field}` as "reseller-imports:field.name")}: ${fieldSentence(problem)}`;
  });
}
