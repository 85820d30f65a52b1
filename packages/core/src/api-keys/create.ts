import { apiKeys } from "@tenantry/db/schema";
import { makeKey } from "../identity/key-actor.ts";
import { hashSecret } from "../identity/secrets.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { newId } from "../kernel/ids.ts";
import { ownScope } from "../kernel/rows.ts";
import { command } from "../kernel/verb.ts";
import { grantableScopes } from "./grantable.ts";
import { createdKey, createInput } from "./schemas.ts";

const day = 86_400_000;

/** Makes a key for the caller's own account. Its text is in this answer and nowhere else, ever. */
export const createApiKey = command("api-key.create", {
  input: createInput,
  output: createdKey,
  run: async ({ tx, ctx }, input) => {
    const { actor } = ctx;
    if (actor.kind !== "user") throw new AppError("forbidden");
    const grantable = grantableScopes(actor);
    if (input.scopes.some((scope) => !grantable.includes(scope)))
      throw fieldError("/scopes", "scope_not_yours");
    const id = newId();
    const { key, secret } = makeKey(id);
    const expiresAt = input.expiresInDays
      ? new Date(ctx.securityNow.getTime() + input.expiresInDays * day)
      : null;
    await tx.insert(apiKeys).values({
      ...ownScope(ctx.tenant),
      id,
      accountId: actor.accountId,
      name: input.name,
      prefix: key.slice(0, 11),
      secretHash: hashSecret(secret),
      scopes: input.scopes,
      createdBy: actor.userId,
      expiresAt,
    });
    return {
      result: { id, name: input.name, key },
      audit: {
        object: { kind: "api-key", id },
        after: { name: input.name, scopes: input.scopes, expiresAt },
      },
    };
  },
});
