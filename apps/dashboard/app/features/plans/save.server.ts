import type { Ctx } from "@tenantry/core/kernel/ctx";
import { isCurrency } from "@tenantry/core/kernel/money";
import { readTogether } from "@tenantry/core/kernel/together";
import { data } from "react-router";
import { fieldsOf, load, submit } from "../../request/verbs.server.ts";
import { planFormOptions } from "./form-options.server.ts";
import { atFields, audienceIn, currenciesOf, termsOf } from "./plan-form.server.ts";
import type { Terms, Visibility } from "./types.ts";

/** What the form says, for the verb that saves it. */
export interface PlanFields {
  name: string;
  internalName: string;
  description: string;
  visibility: Visibility;
  audience: string[];
  terms: Terms;
}

/**
 * Answers a plan's form: saves by `work`, or gives the form back with what was refused or with one more currency.
 * `done` is what the verb answered.
 */
export async function savePlan<T>(ctx: Ctx, form: FormData, work: (fields: PlanFields) => Promise<T>) {
  const shown = currenciesOf(form);
  if (form.get("intent") === "currency") {
    const wanted = String(form.get("addCurrency") ?? "");
    const more = isCurrency(wanted) && !shown.includes(wanted) ? [...shown, wanted] : shown;
    const values = Object.fromEntries(
      [...form].flatMap(([name, value]) => (typeof value === "string" ? [[name, value]] : [])),
    );
    const state = { values: { ...values, addCurrency: "" } };
    return { again: data({ state, options: await optionsFor(ctx, more) }) };
  }
  const options = await optionsFor(ctx, shown);
  const outcome = await submit(form, async () => {
    const terms = termsOf(
      form,
      options.meters.map(({ key }) => key),
    );
    const {
      name = "",
      internalName = "",
      description = "",
    } = fieldsOf(form, "name", "internalName", "description");
    // The verb judges the word; a form has no other.
    const visibility = (fieldsOf(form, "visibility").visibility ?? "all") as Visibility;
    const fields = { name, internalName, description, visibility, audience: audienceIn(form), terms };
    return work(fields).catch((error: unknown) => {
      throw atFields(error, terms);
    });
  });
  if ("done" in outcome) return { done: outcome.done };
  return { again: data({ state: outcome.state, options }, { status: outcome.status }) };
}

function optionsFor(ctx: Ctx, currencies: string[]) {
  return load(readTogether(ctx, (ask) => planFormOptions(ctx, ask, currencies)));
}
