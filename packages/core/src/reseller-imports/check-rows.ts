import type { RowProblem } from "@tenantry/db/schema";
import type { Run } from "../kernel/verb.ts";
import { takenAmong } from "../resellers/taken.ts";
import { type firstLines, problemsIn } from "./problems.ts";
import type { rowInput } from "./row-input.ts";

interface Row {
  line: number;
  input: ReturnType<typeof rowInput>;
}

/**
 * The dry run of some rows of a file: what would refuse each, by the rules that creating goes by, by what is taken
 * already and by what an earlier line of the file takes first (`first`, of the whole file). In the order of `rows`.
 */
export async function checkRows(
  run: Run,
  rows: Row[],
  first: ReturnType<typeof firstLines>,
): Promise<RowProblem[][]> {
  const taken = await takenAmong(
    run,
    rows.map(({ input }) => input),
  );
  return rows.map(({ line, input }) => {
    const problems = problemsIn(input);
    const alone = (field: "loginDomain" | "externalId", code: string): RowProblem[] => {
      const value = input[field];
      const pointer = `/${field}`;
      if (!value || problems.some((problem) => problem.pointer === pointer)) return [];
      const earlier = first[field].get(value)!;
      if (earlier < line) return [{ pointer, code: "line_before", params: { line: earlier } }];
      return taken[field](value) ? [{ pointer, code }] : [];
    };
    return [
      ...problems,
      ...alone("loginDomain", "login_domain_taken"),
      ...alone("externalId", "external_id_taken"),
    ].map(told);
  });
}

/** The file has a plan's name where creating takes an id. */
function told(problem: RowProblem): RowProblem {
  return problem.pointer === "/planId" ? { pointer: "/plan", code: "plan_unknown" } : problem;
}
