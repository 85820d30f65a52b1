import type { UserActor } from "../kernel/ctx.ts";
import { type KeyScope, keyScopes } from "../key-scopes.ts";
import { keyScopeOf, policy, principalMay, type VerbName } from "../policy.ts";
import { principalOf } from "../roles.ts";

const verbs = Object.keys(policy) as VerbName[];

/** Key scopes that open at least one verb this person may use: nobody grants what they have not. */
export function grantableScopes(actor: Pick<UserActor, "accountKind" | "role">): KeyScope[] {
  const principal = principalOf(actor.accountKind, actor.role);
  return keyScopes.filter((scope) =>
    verbs.some((verb) => keyScopeOf(verb) === scope && principalMay(verb, principal)),
  );
}

/** Would a key of these scopes, made by `maker`, open something that `person` may not use? */
export function opensMoreThan(scopes: readonly string[], maker: string, person: string): boolean {
  return verbs.some((verb) => {
    const scope = keyScopeOf(verb);
    return (
      scope !== undefined &&
      scopes.includes(scope) &&
      principalMay(verb, maker) &&
      !principalMay(verb, person)
    );
  });
}
