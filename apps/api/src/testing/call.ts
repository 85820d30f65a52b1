import { keyScopeOf, principalMay } from "@tenantry/core/policy";
import type { Operation } from "../routes/operation.ts";
import type { Ask } from "./web.ts";
import type { Principal } from "./world.ts";

/** The request that an operation's input makes: path parameters in the path, the rest as query or body. */
export function requestFor(operation: Operation, input: Record<string, unknown>): { path: string; ask: Ask } {
  const rest = { ...input };
  const path = `/api/v1${operation.path.replace(/\{(\w+)\}/g, (_match, name: string) => {
    const value = encodeURIComponent(String(rest[name]));
    delete rest[name];
    return value;
  })}`;
  const method = operation.method.toUpperCase();
  if (operation.method === "get" || operation.method === "delete") {
    const query = new URLSearchParams(
      Object.entries(rest).map(([name, value]): [string, string] => [name, String(value)]),
    );
    return { path: query.size > 0 ? `${path}?${query}` : path, ask: { method } };
  }
  const empty = Object.keys(rest).length === 0;
  return { path, ask: { method, body: empty ? undefined : rest } };
}

/** Names of an operation's path parameters. */
export function pathParams({ path }: Operation): string[] {
  return [...path.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!);
}

/** "POST /resellers/{id}/archive" */
export function nameOf({ method, path }: Operation): string {
  return `${method.toUpperCase()} ${path}`;
}

/** What the policy table says: may this principal use this operation at all? */
export function mayUse({ verb }: Operation, { name, key }: Pick<Principal, "name" | "key">): boolean {
  if (!key) return principalMay(verb.verb, name);
  const scope = keyScopeOf(verb.verb);
  return scope !== undefined && key.scopes.includes(scope) && principalMay(verb.verb, key.creator);
}
