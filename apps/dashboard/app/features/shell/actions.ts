import type { VerbName } from "@tenantry/core/policy";

interface Action {
  to: string;
  verb: VerbName;
  /** Where the verb goes by more than the role: a reseller's type decides whether it makes plans. */
  face?: "agency";
  /** Only where there are resellers to look after. */
  aboveResellers?: true;
}

/** What can be begun from anywhere. */
export const actions = {
  createReseller: { to: "/resellers/new", verb: "reseller.create", aboveResellers: true },
  createPlan: { to: "/plans/new", verb: "plan.create", face: "agency" },
  createFeature: { to: "/features/new", verb: "feature.create" },
  invite: { to: "/settings/team/new", verb: "team.invite" },
  createKey: { to: "/settings/keys/new", verb: "api-key.create" },
} as const satisfies Record<string, Action>;

export type ActionName = keyof typeof actions;
