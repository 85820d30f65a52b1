import { connectedAccounts } from "@tenantry/db/schema";
import { inArray } from "drizzle-orm";
import { AppError } from "../kernel/errors.ts";
import { ownScope } from "../kernel/rows.ts";
import { keyedHash } from "../kernel/sealed.ts";
import { command, type Run } from "../kernel/verb.ts";
import { onPaper } from "../legal-entities/read.ts";
import { openConnect } from "../platform/payments/stripe-connect.ts";
import { ownOrigin } from "../tenancy/origin.ts";
import { connectedTo, requireOwnPlans, requirePlatform } from "./platform.ts";
import { byPlatform, onboarding } from "./schemas.ts";
import { writeFacts } from "./write-facts.ts";

/**
 * Connects the caller's own account at Stripe, or goes on where that was left: the account is made once, and each call opens a new page
 * there, which is good for one visit within minutes. Whoever had disconnected it takes payments by it again. Throws `no_platform` where
 * the agency has no such account itself.
 */
export const connectAccount = command("connected-account.connect", {
  input: byPlatform,
  output: onboarding,
  prepare: async (read, { platformId }) => {
    const { platform, before, asked, way } = await read((run) => factsHere(run, platformId));
    const { create, ask, link } = openConnect(platform.key, platform.baseUrl);
    const known = before && (await ask(before.gatewayId));
    const now = known && !known.isGone ? known : await create(asked);
    return { now, before, url: await link(now.gatewayId, way) };
  },
  run: async (run, { platformId }, { now, before, url }) => {
    const { tx, ctx } = run;
    const accountId = ctx.tenant.accountId;
    const facts = { ...now, checkedAt: ctx.securityNow };
    const isNew = now.gatewayId !== before?.gatewayId;
    const kept = await tx
      .insert(connectedAccounts)
      .values({ ...ownScope(ctx.tenant), accountId, platformId, ...facts, connectedAt: ctx.securityNow })
      .onConflictDoUpdate({
        target: [connectedAccounts.agencyId, connectedAccounts.accountId, connectedAccounts.platformId],
        set: { ...(isNew && facts), endedAt: null, connectedAt: ctx.securityNow },
        // Somebody else may have connected one at the same moment: theirs stays.
        setWhere: inArray(connectedAccounts.gatewayId, [now.gatewayId, before?.gatewayId ?? now.gatewayId]),
      })
      .returning({ id: connectedAccounts.gatewayId });
    if (kept.length === 0) throw new AppError("conflict");
    if (!isNew) await writeFacts(run, now);
    return {
      result: { url },
      audit: {
        object: { kind: "connected-account", id: accountId },
        before: before && { gatewayId: before.gatewayId, ended: before.endedAt !== null },
        after: { gatewayId: now.gatewayId, ended: false },
      },
    };
  },
});

async function factsHere(run: Run, platformId: string) {
  requireOwnPlans(run);
  const platform = await requirePlatform(run);
  if (platform.platformId !== platformId) throw new AppError("no_platform");
  const before = await connectedTo(run, platformId);
  const { app, tenant, actor } = run.ctx;
  const { name, country } = await onPaper(run);
  const email = actor.kind === "user" ? actor.email : "";
  const page = `${ownOrigin(run.ctx)}/settings/connected-account`;
  const parts = [tenant.agencyId, tenant.accountId, platformId, before?.gatewayId ?? ""];
  const said = [name, email, country ?? ""];
  const idempotencyKey = keyedHash(app.config.secret, "connected account", ...parts, ...said).toString("hex");
  return {
    ...{ platform, before },
    asked: { name, email, country, idempotencyKey },
    way: { refreshUrl: `${page}?link=used`, returnUrl: `${page}/returned` },
  };
}
