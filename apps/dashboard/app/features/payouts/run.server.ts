import type { Ctx } from "@tenantry/core/kernel/ctx";
import { readTogether } from "@tenantry/core/kernel/together";
import { previewPayouts } from "@tenantry/core/payouts/preview";
import { fieldSentence } from "@tenantry/core/words/index";
import type { FormState } from "../../ui/form.tsx";
import { amountOf } from "../plans/typed.server.ts";
import type { RunPreview } from "./types.ts";

/** The verb takes one number for all currencies; it is typed with two decimals. */
const typedIn = "EUR";
const mostMinimum = 1_000_000_000_000;

/** What was typed for a run, in an address or a form; `state` shows it again. A minimum that is none counts as no minimum. */
export function askedRun(fields: URLSearchParams | FormData) {
  const minimum = String(fields.get("minimum") ?? "");
  const amount = amountOf(minimum, typedIn) ?? 0;
  const isWrong = amount === "wrong" || amount > mostMinimum;
  const errors = isWrong
    ? { minimum: fieldSentence({ pointer: "/minimum", code: "amount_wrong" }) }
    : undefined;
  const exclude = fields.getAll("exclude").map(String);
  const state: FormState = { values: { minimum }, errors };
  return {
    state,
    input: { minimumMinor: isWrong ? 0 : amount, exclude: [...new Set(exclude)].filter(isId) },
  };
}

/** Everything that is due, also what is left out by hand, and what goes out in all. */
export function previewRun(
  ctx: Ctx,
  { minimumMinor, exclude }: { minimumMinor: number; exclude: string[] },
): Promise<RunPreview> {
  return readTogether(ctx, async (ask) => {
    const all = await ask(previewPayouts, { minimumMinor });
    const { totals } = exclude.length > 0 ? await ask(previewPayouts, { minimumMinor, exclude }) : all;
    return { ...all, totals, minimumMinor, exclude };
  });
}

/** The sums that were on the page whose button was pressed: "EUR 700,USD 1200". What is none of that was never seen. */
export function seenTotals(form: FormData) {
  const seen = String(form.get("totals") ?? "").matchAll(/([A-Z]{3}) (\d{1,15})/g);
  return [...seen].map(([, currency = "", minor]) => ({ currency, amountMinor: Number(minor) }));
}

function isId(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
