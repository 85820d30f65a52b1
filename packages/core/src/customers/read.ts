import { accounts } from "@tenantry/db/schema";
import { and, eq } from "drizzle-orm";
import { z } from "zod";
import { id } from "../identity/schemas.ts";
import { AppError } from "../kernel/errors.ts";
import { query } from "../kernel/verb.ts";
import { customer } from "./schemas.ts";

/** One customer. */
export const readCustomer = query("customer.read", {
  input: z.strictObject({ id }),
  output: customer,
  object: ({ id: customerId }) => ({ table: "accounts", id: customerId }),
  run: async ({ tx, ctx }, input) => {
    const [row] = await tx
      .select()
      .from(accounts)
      .where(
        and(
          eq(accounts.agencyId, ctx.tenant.agencyId),
          eq(accounts.id, input.id),
          eq(accounts.kind, "customer"),
        ),
      );
    if (!row) throw new AppError("not_found");
    return { ...row, createdAt: row.createdAt.toISOString() };
  },
});
