import { apiKeys, memberships } from "@tenantry/db/schema";
import { and, eq, isNull } from "drizzle-orm";
import { makeKey } from "../identity/key-actor.ts";
import { hashSecret } from "../identity/secrets.ts";
import { AppError } from "../kernel/errors.ts";
import { databaseNow } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { principalOf } from "../roles.ts";
import { opensMoreThan } from "./grantable.ts";
import { rotatedKey, rotateInput } from "./schemas.ts";

const hour = 3_600_000;

/**
 * Gives a key a new secret; the old one goes on for the hours asked for, the one before that ends now. Name, scopes,
 * end and maker stay. Throws `forbidden` when the key opens more than the caller may use, `conflict` when it has ended.
 */
export const rotateApiKey = command("api-key.rotate", {
  input: rotateInput,
  output: rotatedKey,
  object: ({ id }) => ({ table: "apiKeys", id }),
  run: async ({ tx, ctx }, { id, overlapHours }) => {
    const { actor, securityNow } = ctx;
    if (actor.kind !== "user") throw new AppError("forbidden");
    const own = and(
      eq(apiKeys.agencyId, ctx.tenant.agencyId),
      eq(apiKeys.id, id),
      eq(apiKeys.accountId, ctx.scope.account),
    );
    const [row] = await tx
      .select({ key: apiKeys, role: memberships.role })
      .from(apiKeys)
      .innerJoin(
        memberships,
        and(
          eq(memberships.agencyId, apiKeys.agencyId),
          eq(memberships.userId, apiKeys.createdBy),
          eq(memberships.accountId, apiKeys.accountId),
        ),
      )
      .where(own)
      .for("update", { of: apiKeys });
    if (!row) throw new AppError("not_found");
    const { key, role } = row;
    if (key.revokedAt || (key.expiresAt && key.expiresAt <= securityNow)) throw new AppError("conflict");
    const principal = (of: typeof role) => principalOf(actor.accountKind, of);
    if (opensMoreThan(key.scopes, principal(role), principal(actor.role))) throw new AppError("forbidden");
    const made = makeKey(id);
    const until = overlapHours > 0 ? new Date(securityNow.getTime() + overlapHours * hour) : null;
    await tx
      .update(apiKeys)
      .set({
        secretHash: hashSecret(made.secret),
        previousSecretHash: until && key.secretHash,
        previousValidUntil: until,
        rotatedAt: databaseNow as never,
      })
      .where(and(own, isNull(apiKeys.revokedAt)));
    return {
      result: { id, name: key.name, key: made.key, previousValidUntil: until },
      audit: { object: { kind: "api-key", id }, after: { name: key.name, overlapHours } },
    };
  },
});
