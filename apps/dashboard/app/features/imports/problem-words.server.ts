import type { FieldError } from "@tenantry/core/kernel/errors";
import { fieldSentence, t as sentence } from "@tenantry/core/words/index";

/** What is wrong with a row, in sentences that name the field. */
export function problemWords(problems: FieldError[], nameOf: (field: string) => string): string[] {
  return problems.map((problem) => {
    const field = problem.pointer.slice(1).replace("planId", "plan");
    if (!field) return sentence(`errors:${problem.code}`, problem.params);
    return `${nameOf(field)}: ${fieldSentence(problem)}`;
  });
}
