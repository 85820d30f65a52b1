import { describe, expect, it } from "vitest";
import { policy, principalMay, type VerbName } from "../policy.ts";
import { principalOf, type Role, rolesOf } from "../roles.ts";
import { grantableRoles, mayGrant } from "./rules.ts";

const verbs = Object.keys(policy) as VerbName[];
const kinds = ["agency", "reseller", "distributor"] as const;
const pairs = kinds.flatMap((kind) =>
  rolesOf(kind).flatMap((mine) => rolesOf(kind).map((theirs) => [kind, mine, theirs] as const)),
);

describe("p1: nobody grants a right they lack", () => {
  it.each(pairs)("in one %s, %s giving %s", (kind, mine, theirs) => {
    const granter = { accountId: "a", accountKind: kind, role: mine };
    if (!mayGrant(granter, { id: "a", kind }, theirs)) return;
    const [me, them] = [principalOf(kind, mine), principalOf(kind, theirs)];
    expect(verbs.filter((verb) => principalMay(verb, them) && !principalMay(verb, me))).toEqual([]);
  });

  it.each(kinds)("in one %s only owners make and touch owners", (kind) => {
    const may = (role: Role) =>
      mayGrant({ accountId: "a", accountKind: kind, role }, { id: "a", kind }, "owner");
    expect(rolesOf(kind).filter(may)).toEqual(["owner"]);
  });

  it("an agency's admins give every role of a reseller's team, and no role that is not there", () => {
    const granter = { accountId: "a", accountKind: "agency", role: "admin" } as const;
    expect(grantableRoles(granter, { id: "r", kind: "reseller" })).toEqual(rolesOf("reseller"));
    expect(mayGrant(granter, { id: "r", kind: "reseller" }, "member")).toBe(false);
  });
});
