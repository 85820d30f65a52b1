import type { Ctx } from "@tenantry/core/kernel/ctx";
import { wordsOf } from "../words/words.ts";
import { readLocale } from "./preferences.ts";

/** A word or sentence by "namespace:key". */
export type Say = (key: string, params?: Record<string, unknown>) => string;

/** Words for what the server itself says in answer to this request: toasts, files. */
export function wordsFor(request: Request, { app }: Ctx): Say {
  const { t } = wordsOf(readLocale(request.headers.get("cookie"), app.config.demo));
  // Keys are typed for components by namespace; here they come with it, so the types give way. The pseudo-locale run
  // and the tests of each toast show a key that is not there.
  return (key, params) => String(t(key as never, params as never));
}
