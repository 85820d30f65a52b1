import type { RowProblem } from "@tenantry/db/schema";
import type { App, Ctx } from "../kernel/ctx.ts";
import { isRefusedForGood } from "../kernel/database-errors.ts";
import { type AppError, isAppError } from "../kernel/errors.ts";
import { keyedHash } from "../kernel/sealed.ts";
import type { Ended } from "./carry-out.ts";

/** What another try may not meet; anything else is this row's own, and the rows after it go on. */
const comesRight = new Set(["busy", "idempotency_in_flight"]);

/** How a row ends that `make` makes; `told` says what an error means at the file's fields. What may come right by itself is tried again. */
export async function endedAs(
  app: App,
  make: () => Promise<Ended>,
  told: (error: AppError) => RowProblem[] = problemsAsTold,
): Promise<Ended> {
  try {
    // What is stored with the record now need not lie about in the file as well.
    return { ...(await make()), state: "created", cells: [], problems: [] };
  } catch (error) {
    if (isAppError(error) && !comesRight.has(error.code)) return { state: "failed", problems: told(error) };
    if (isAppError(error) || !isRefusedForGood(error)) throw error;
    return { state: "failed", problems: goneWrong(app, error) };
  }
}

/** What a row is told that the database refuses for a reason that is no person's. */
export function goneWrong(app: App, err: unknown): RowProblem[] {
  app.log.error({ err }, "a row of a file was refused by the database");
  return [{ pointer: "", code: "internal" }];
}

function problemsAsTold({ fields, code }: AppError): RowProblem[] {
  return fields ?? [{ pointer: "", code }];
}

/** The context in which a worker killed between a record and its note gets the same record again. */
export function repeatableBy(ctx: Ctx, operation: string, key: string, said: unknown): Ctx {
  const fingerprint = keyedHash(ctx.app.config.secret, "idempotency fingerprint", JSON.stringify(said));
  return { ...ctx, repeatable: { key, operation, fingerprint, replayed: () => {} } };
}
