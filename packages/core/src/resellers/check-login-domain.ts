import { sql } from "drizzle-orm";
import { z } from "zod";
import { query } from "../kernel/verb.ts";
import { loginDomainProblem } from "../tenancy/login-domain.ts";
import { loginHost, originOf } from "../tenancy/origin.ts";

/** Can this login domain be had, and what address would it give? Says no more than that about who has it. */
export const checkLoginDomain = query("login-domain.check", {
  input: z.strictObject({ name: z.string().trim().max(100, "login_domain_length") }),
  output: z.object({
    name: z.string(),
    address: z.string(),
    available: z.boolean(),
    problem: z.string().nullable(),
  }),
  run: async ({ tx, ctx }, { name }) => {
    const host = loginHost(ctx.app.config, name);
    const address = originOf(ctx.app.config, host);
    const problem = loginDomainProblem(name) ?? ((await taken()) ? "login_domain_taken" : null);
    return { name, address, available: problem === null, problem };

    async function taken(): Promise<boolean> {
      const { rows } = await tx.execute<{ taken: boolean }>(sql`select app.host_taken(${host}) as taken`);
      return rows[0]!.taken;
    }
  },
});
