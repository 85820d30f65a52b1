import { accessRules } from "./access-rules.ts";
import { tableRules } from "./table-rules.ts";

export { type Catalogue, readCatalogue } from "./facts.ts";
export { allProblems, type Rule } from "./rule.ts";

/** Every rule of T03. */
export const rules = [...tableRules, ...accessRules];
