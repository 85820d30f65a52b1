import type { Ctx } from "@tenantry/core/kernel/ctx";
import { keyedHash } from "@tenantry/core/kernel/sealed";

/**
 * The context for what a form does, where the form carries a key of its own (`once`, the number of the request that drew
 * it): sent again, by reloading its answer or from a second window, it is answered as it was and does nothing twice; `replayed` is called then.
 */
export function once<C extends Ctx>(
  ctx: C,
  form: FormData,
  operation: string,
  input: unknown,
  replayed: () => void = () => {},
): C {
  const key = form.get("once");
  if (typeof key !== "string" || !/^req_[\w-]{36}$/.test(key)) return ctx;
  const fingerprint = keyedHash(ctx.app.config.secret, "idempotency fingerprint", JSON.stringify(input));
  return { ...ctx, repeatable: { key, operation, fingerprint, replayed } };
}
