import type { Ctx } from "@tenantry/core/kernel/ctx";
import { redirect } from "react-router";
import "../../words/subscriptions.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { FormState } from "../../ui/form.tsx";

/**
 * The key by which what is looked at is ordered once (request/once.server.ts). It stands in the preview's address from when the preview was
 * asked for, so that who goes back to it and orders again is answered as before.
 */
export function orderKeyOf(ctx: Ctx, request: Request): string {
  return new URL(request.url).searchParams.get("order") ?? ctx.requestId;
}

/** What the form says, where it was sent with other fields than its preview was of. */
export function withDifference(ctx: Ctx, request: Request, state: FormState): FormState {
  const differs = new URL(request.url).searchParams.has("differs");
  return differs && !state.errors && !state.formError
    ? { ...state, formError: wordsFor(request, ctx)("subscriptions:look.differs") }
    : state;
}

interface Sheet {
  /** The sheet's own. */
  path: string;
  form: FormData;
  /** Names of the fields that the preview is of. */
  fields: readonly string[];
}

/** Where a form leads instead of ordering: to what its fields come to, where that is asked for or is not what was seen. */
export function lookInstead(ctx: Ctx, sheet: Sheet): Response | undefined {
  const { form, fields } = sheet;
  if (form.has("look")) return lookAt(ctx, sheet, false);
  return fields.some((name) => form.get(name) !== form.get(`seen.${name}`))
    ? lookAt(ctx, sheet, true)
    : undefined;
}

/** To what the form's fields come to now, under a key of its own. `differs` = something else was about to be ordered. */
export function lookAt({ requestId }: Ctx, { path, form, fields }: Sheet, differs: boolean): Response {
  const asked = new URLSearchParams(fields.map((name) => [name, String(form.get(name) ?? "")]));
  asked.set("order", requestId);
  if (differs) asked.set("differs", "on");
  return redirect(`${path}?${asked}`);
}
