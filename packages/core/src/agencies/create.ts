import type { Tx } from "@tenantry/db";
import { sql } from "drizzle-orm";
import type { z } from "zod";
import { hashSecret, newSecret } from "../identity/secrets.ts";
import { invitationUrl } from "../invitations/link.ts";
import type { Ctx } from "../kernel/ctx.ts";
import { breaksConstraint } from "../kernel/database-errors.ts";
import { fieldError } from "../kernel/errors.ts";
import { newCode, newId } from "../kernel/ids.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { operatorName, record } from "../operators/record.ts";
import { loginDomainProblem } from "../tenancy/login-domain.ts";
import { agencyHost, originOf } from "../tenancy/origin.ts";
import { createdAgency, createInput } from "./schemas.ts";
import { starterPlans } from "./starter-plans.ts";

/** Makes an agency whole: host, root account, meters, two plans, and its owner with an invitation. */
export const createAgency = operatorVerb("agency.create", "command", {
  input: createInput,
  output: createdAgency,
  check: checkSlug,
  run: makeAgency,
});

/** Throws a field error for an address no agency can have. */
export function checkSlug({ slug }: { slug?: string }): void {
  const problem = slug === undefined ? undefined : loginDomainProblem(slug);
  if (problem) throw fieldError("/slug", problem);
}

/** The making itself, shared with the first page of a demo installation. */
export async function makeAgency(tx: Tx, input: z.output<typeof createInput>, ctx: Ctx) {
  const { config } = ctx.app;
  const id = newId();
  const tokenId = newId();
  const secret = newSecret();
  const host = agencyHost(config, input.slug);
  const facts = {
    ...input,
    host,
    agencyId: id,
    code: newCode("agency"),
    ownerId: newId(),
    invitationId: newId(),
    mailId: newId(),
    auditId: newId(),
    tokenId,
    tokenHash: hashSecret(secret).toString("hex"),
    plans: starterPlans().map((plan) => ({ ...plan, id: newId(), versionId: newId() })),
    actorId: operatorName(ctx),
    requestId: ctx.requestId,
  };
  const taken = () => fieldError("/slug", "login_domain_taken");
  const { rows } = await tx
    .execute<{ made: boolean }>(
      sql`select app.platform_create_agency(${JSON.stringify(facts)}::jsonb) as made`,
    )
    .catch((error: unknown) => {
      throw breaksConstraint(error, "hostnames_pkey") ? taken() : error;
    });
  if (!rows[0]!.made) throw taken();
  await record(tx, ctx, "agency.create", id, { name: input.name, slug: input.slug });
  return {
    id,
    name: input.name,
    address: originOf(config, host),
    activationLink: invitationUrl(config, host, `${tokenId}.${secret}`),
  };
}
