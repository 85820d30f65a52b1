import { z } from "zod";
import { fieldError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { addCustomer, auditOf } from "./create.ts";
import { customersNamed } from "./named.ts";
import { createInput } from "./schemas.ts";

/**
 * Makes a customer as `createCustomer` does, unless its seller has one of that name by now: that is answered, and not changed. Whoever
 * asks for the same name meanwhile waits. Throws a field error at `/name` where several have it.
 */
export const createCustomerUnlessThere = command("customer.create", {
  input: createInput,
  output: z.object({ id: z.string(), there: z.boolean() }),
  run: async (run, input) => {
    const { tx, ctx } = run;
    const seller = input.parentId ?? ctx.scope.account;
    await tx.named("customer_name", lockSql, [seller, input.name]);
    const named = await customersNamed(run, [input.name]);
    const [known, another] = named.filter(({ parentId }) => parentId === seller);
    if (another) throw fieldError("/name", "customer_ambiguous");
    if (known)
      return { result: { id: known.id, there: true }, audit: { none: "It was there and stays as it is" } };
    const added = await addCustomer(run, input);
    return { result: { id: added.account.id, there: false }, audit: auditOf(added, input) };
  },
});

const lockSql =
  "select pg_advisory_xact_lock(hashtextextended('customer name ' || $1 || ' ' || lower($2), 0))";
