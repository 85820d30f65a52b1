import type { Delegation } from "@tenantry/core/delegations/rules";
import { unitsOf } from "../plans/typed.server.ts";

type Ceiling = Omit<Delegation, "resellers">;

/** A ceiling as the form posts it: a tick that is not there is a no. The number is the verb's to judge. */
export function ceilingOf(form: FormData): Ceiling {
  const has = (name: string) => form.get(name) === "yes";
  const typed = unitsOf(String(form.get("maximum") ?? ""));
  return {
    ...{ create: has("create"), edit: has("edit"), archive: has("archive") },
    stopModes: (["sales_stopped", "inactive", "stopped"] as const).filter(has),
    types: (["own_plans", "commission"] as const).filter(has),
    // What is no number goes to the verb as it is: its schema names the field with the rest.
    maximum: typed === undefined ? null : (typed as number),
  };
}

/** The form's values for a ceiling; for a new upline what most are given. */
export function ceilingValues(delegation: Ceiling | null): Record<string, string> {
  const { create, edit, archive, stopModes, types, maximum } = delegation ?? usual;
  const ticks = [
    ...[create && "create", edit && "edit", archive && "archive"],
    ...[...stopModes, ...types],
  ].filter((name): name is string => Boolean(name));
  return {
    ...Object.fromEntries(ticks.map((name) => [name, "yes"])),
    maximum: maximum === null ? "" : String(maximum),
  };
}

const usual: Ceiling = {
  ...{ create: true, edit: true, archive: false, maximum: null },
  stopModes: ["sales_stopped", "inactive"],
  types: ["own_plans", "commission"],
};
