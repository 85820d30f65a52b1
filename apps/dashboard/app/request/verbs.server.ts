import type { Ctx } from "@tenantry/core/kernel/ctx";
import { type AppError, isAppError } from "@tenantry/core/kernel/errors";
import { fieldSentence, t } from "@tenantry/core/words/index";
import { data, redirect } from "react-router";
import type { FormState } from "../ui/form.tsx";
import type { ToastMessage } from "../ui/toast.tsx";
import { flashCookie } from "./flash.server.ts";
import { pageAddress } from "./page-address.ts";

/** Errors that end a page instead of standing in its form. */
const endsPage = new Set([
  "not_found",
  "unauthenticated",
  "internal",
  "agency_suspended",
  "reseller_locked",
  "service_stopped",
  "customer_locked",
]);

/** The sentence for an error that may be told. */
export function sentenceOf(error: AppError): string {
  return t(`errors:${error.code}`, error.params);
}

/** A verb's error as the router shows it: a page of its own, with its status and nothing but its code; what the page's own words do not tell comes along. */
export function asResponse(error: unknown): unknown {
  // Left as they are, these reach the log with their cause; the page shows the same either way.
  if (!isAppError(error) || error.code === "internal") return error;
  const about = error.code === "kind_forbidden" ? sentenceOf(error) : undefined;
  return data({ code: error.code, about }, { status: error.status });
}

/**
 * Reads for a page: what a verb refuses becomes the page's status. Input that is none comes from the page's address,
 * which then leads nowhere; a list given its `request` starts from its first page where its address names a place it
 * does not have.
 */
export async function load<T>(work: Promise<T>, request?: Request): Promise<T> {
  try {
    return await work;
  } catch (error) {
    const wrong = isAppError(error) && error.code === "invalid_input" ? error.fields : undefined;
    if (!wrong) throw asResponse(error);
    if (request && wrong.some(({ pointer }) => pointer === "/cursor")) throw redirect(firstPage(request));
    throw data(null, { status: 404 });
  }
}

function firstPage(request: Request): string {
  const page = new URL(pageAddress(request), request.url);
  page.searchParams.delete("cursor");
  return `${page.pathname}${page.search}`;
}

/**
 * Runs a form's verb. What it refuses comes back beside the typed values (`secrets` are not sent back), with the
 * sentence at each field; names of fields in the form that differ from the verb's are given in `names`.
 */
export async function submit<T>(
  form: FormData,
  work: () => Promise<T>,
  options: { secrets?: string[]; names?: Record<string, string> } = {},
): Promise<{ done: T } | { state: FormState; status: number; code: string }> {
  try {
    return { done: await work() };
  } catch (error) {
    if (!isAppError(error) || endsPage.has(error.code)) throw asResponse(error);
    // The id stands in the page's address, not in its form.
    if (error.fields?.some(({ pointer }) => pointer === "/id")) throw data(null, { status: 404 });
    const values = typedIn(form, options.secrets);
    const errors = inFormOrder(
      form,
      (error.fields ?? []).map((field) => {
        const name = field.pointer.split("/")[1] ?? "";
        return [options.names?.[name] ?? name, fieldSentence(field)] as const;
      }),
    );
    const formError = error.fields ? undefined : sentenceOf(error);
    return {
      state: { values, errors: error.fields && errors, formError },
      status: error.status,
      code: error.code,
    };
  }
}

/** What was typed, to come back with the form; `secrets` do not. */
export function typedIn(form: FormData, secrets: string[] = []): Record<string, string> {
  const typed = [...form].filter((field): field is [string, string] => typeof field[1] === "string");
  return Object.fromEntries(typed.filter(([name]) => !secrets.includes(name)));
}

/** The first sentence about each field, top to bottom: the summary lists them so, and the first one takes the focus. */
function inFormOrder(
  form: FormData,
  told: (readonly [name: string, sentence: string])[],
): Record<string, string> {
  const first = new Map(told.toReversed());
  const places = [...form.keys()];
  const place = (name: string) => (places.includes(name) ? places.indexOf(name) : places.length);
  return Object.fromEntries([...first].toSorted(([one], [other]) => place(one) - place(other)));
}

/** The form again, with what was refused. */
export function refused({ state, status, code }: { state: FormState; status: number; code: string }) {
  return data({ state, code }, { status });
}

/** On to another page, which says `toast` once. */
export function redirectSaying(ctx: Ctx, to: string, toast: ToastMessage): Response {
  return redirect(to, { headers: { "set-cookie": flashCookie(ctx, toast) } });
}

/** A form's fields as a verb takes them: text only, empty ones left out. */
export function fieldsOf(form: FormData, ...names: string[]): Record<string, string | undefined> {
  return Object.fromEntries(
    names.map((name) => {
      const value = form.get(name);
      return [name, typeof value === "string" && value !== "" ? value : undefined];
    }),
  );
}
