import type { previewRelease } from "@tenantry/core/features/preview-release";
import { unitsOf } from "../plans/typed.server.ts";
import type { FeatureRow, Reach, ResellerType } from "./types.ts";

const reaches = /^(chosen|tier|percentage|everyone)$/;
const types = /^(own_plans|commission)$/;
const guid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What the release form shows: the rule its address asks for, or the one that holds where it asks for none. */
export function readRelease(params: URLSearchParams, { rule }: Pick<FeatureRow, "rule">) {
  const asked = params.get("reach") ?? "";
  if (!reaches.test(asked))
    return { asks: false, ...rule, percent: rule.percent > 0 ? String(rule.percent) : "" };
  return {
    asks: true,
    reach: asked as Reach,
    types: params.getAll("types").filter((type) => types.test(type)) as ResellerType[],
    planIds: params.getAll("planIds").filter((id) => guid.test(id)),
    percent: params.get("percent")?.trim() ?? "",
  };
}

/** The same as the verbs take it. */
export function ruleIn({ reach, types, planIds, percent }: Omit<ReturnType<typeof readRelease>, "asks">) {
  // What is no number goes to the verb as it is: its schema names the field.
  return { reach, types, planIds, percent: unitsOf(percent) as number | undefined };
}

/** Which of those it touches the page or the file lists, and from where. */
export function readTouched(params: URLSearchParams, id: string) {
  const { show, kind, cursor } = Object.fromEntries(params);
  return {
    id,
    show: show === "losing" ? ("losing" as const) : ("gaining" as const),
    kind: kind === "customer" || kind === "reseller" ? kind : undefined,
    cursor: cursor && /^[\w.-]{1,1000}$/.test(cursor) ? cursor : undefined,
  } satisfies Partial<Parameters<typeof previewRelease>[1]>;
}
