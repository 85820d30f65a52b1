import type { RowProblem } from "@tenantry/db/schema";
import { isAppError } from "../kernel/errors.ts";
import { parseInput } from "../kernel/input.ts";
import { checkNewReseller } from "../resellers/check-new.ts";
import { createInput } from "../resellers/schemas.ts";
import type { rowInput } from "./row-input.ts";

type Input = ReturnType<typeof rowInput>;

/** What the fields of a row alone have wrong: by the very rules that creating goes by. Pure. */
export function problemsIn(input: Input): RowProblem[] {
  try {
    parseInput(createInput, input, checkNewReseller);
    return [];
  } catch (error) {
    if (!isAppError(error) || !error.fields) throw error;
    return error.fields;
  }
}

/** What must be one row's alone, by the line it is first given in. */
export function firstLines(rows: { line: number; input: Input }[]) {
  const first = { loginDomain: new Map<string, number>(), externalId: new Map<string, number>() };
  for (const { line, input } of rows) {
    for (const field of ["loginDomain", "externalId"] as const) {
      const value = input[field];
      if (value && !first[field].has(value)) first[field].set(value, line);
    }
  }
  return first;
}
