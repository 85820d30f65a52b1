import { sql } from "drizzle-orm";
import { z } from "zod";
import { query, type Run } from "../kernel/verb.ts";
import { loginDomainProblem } from "../tenancy/login-domain.ts";
import { loginDomainIdeas } from "../tenancy/login-domain-ideas.ts";
import { loginHost, originOf } from "../tenancy/origin.ts";

/** Most names that are suggested. */
const mostIdeas = 3;

/**
 * Can this login domain be had, and what address would it give? Says no more than that about who has it. For one that
 * cannot be had, free ones are suggested, made of the company's name where it is given.
 */
export const checkLoginDomain = query("login-domain.check", {
  beneath: "create",
  input: z.strictObject({
    name: z.string().trim().max(100, "login_domain_length"),
    company: z.string().trim().max(200, "too_long").optional(),
  }),
  output: z.object({
    name: z.string(),
    address: z.string(),
    available: z.boolean(),
    problem: z.string().nullable(),
    /** Login domains that are free now, the nearest first; empty where the one asked for is. */
    suggestions: z.array(z.string()),
  }),
  run: async (run, { name, company }) => {
    const { config } = run.ctx.app;
    const address = originOf(config, loginHost(config, name));
    const wrongForm = loginDomainProblem(name);
    const problem = wrongForm ?? ((await free(run, [name])).length === 0 ? "login_domain_taken" : null);
    const ideas = problem === null ? [] : loginDomainIdeas(company || name);
    const suggestions = await free(run, ideas);
    return { name, address, available: problem === null, problem, suggestions };
  },
});

/** Those of a few names that nobody has, in their order; one statement. */
async function free({ tx, ctx }: Run, names: string[]): Promise<string[]> {
  if (names.length === 0) return [];
  const hosts = names.map((name) => loginHost(ctx.app.config, name));
  const { rows } = await tx.execute<{ place: number }>(
    sql`select place::int from unnest(${sql.param(hosts)}::text[]) with ordinality as asked (host, place)
        where not app.host_taken(host) order by place limit ${mostIdeas}`,
  );
  return rows.map(({ place }) => names[place - 1]!);
}
