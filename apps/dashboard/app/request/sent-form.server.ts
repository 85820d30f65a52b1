import type { Ctx } from "@tenantry/core/kernel/ctx";
import type { SentForm } from "./page.ts";
import { isRouterFetch, pageAddress } from "./page-address.ts";
import { safePath } from "./safe-path.ts";

/** Names under which the pages' forms send passwords and tokens. */
const secrets = new Set([
  "password",
  "confirm",
  "confirmPassword",
  "current",
  "proofPassword",
  "proofCode",
  "token",
]);

/** A form sent by nobody, without a script: it may turn out to need a session. */
export function mayBeUnsigned(request: Request, { actor }: Ctx): boolean {
  const type = request.headers.get("content-type") ?? "";
  const isForm = request.method === "POST" && type.startsWith("application/x-www-form-urlencoded");
  return isForm && actor.kind === "anonymous" && !isRouterFetch(request);
}

/** What a form carried, but for its secrets. */
export async function sentForm(request: Request): Promise<SentForm> {
  const fields = [...(await request.formData())].flatMap(([name, value]): SentForm["fields"] =>
    typeof value === "string" && !secrets.has(name) ? [[name, value]] : [],
  );
  return { action: safePath(pageAddress(request)), fields };
}
