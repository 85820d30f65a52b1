import { may } from "@tenantry/core/kernel/authorize";
import type { UserActor } from "@tenantry/core/kernel/ctx";
import type { Face } from "../../request/gate.server.ts";
import { type ActionName, actions } from "./actions.ts";

const names = Object.keys(actions) as ActionName[];

/** What this person may begin, by the policy. */
export function actionsOpenTo(user: UserActor, face: Face, aboveResellers: boolean): ActionName[] {
  return names.filter((name) => {
    const action = actions[name];
    if ("aboveResellers" in action && !aboveResellers) return false;
    return may(user, action.verb) && (!("face" in action) || action.face === face);
  });
}
