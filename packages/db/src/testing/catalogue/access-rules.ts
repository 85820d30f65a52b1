import {
  becomes,
  definers,
  deletes,
  loginRoles,
  routines,
  scopeRoles,
  searchReads,
  spaces,
  workersOwn,
} from "./allowed.ts";
import type { Catalogue, Relation } from "./facts.ts";
import { everyRelation, ourRelations, ourRoutines, type Rule, rule } from "./rule.ts";

const tenantRoles = [...scopeRoles, "tn_definer"];
const everydayRights = ["SELECT", "INSERT", "UPDATE", "DELETE"];
const roles = { all: ({ roles }: Catalogue) => roles, nameOf: ({ name }: { name: string }) => name };
const places = {
  all: (catalogue: Catalogue) => catalogue.spaces,
  nameOf: ({ kind, name }: { kind: string; name: string }) => `${kind} ${name}`,
};
const listed = {
  all: () => [...Object.keys(definers), ...Object.keys(routines)],
  nameOf: (name: string) => `app.${name}`,
};

/** Who may do what to which object: rights, functions, roles (T03, T06). */
export const accessRules: Rule[] = [
  rule("tables stand where the rules look", everyRelation, ({ schema }) => [
    !(schema in spaces) && `the schema ${schema} is nobody's`,
  ]),
  rule("rights are everyday ones, for our roles, and cannot be passed on", ourRelations, (relation) =>
    relation.grants.flatMap(({ role, right, column, grantable }) => [
      !everydayRights.includes(right) && `${role} has ${right}`,
      grantable && `${role} may pass ${right} on`,
      !mayHold(relation, role) && `${role} has ${right}`,
      role === "tn_search" &&
        (right !== "SELECT" || !searchReads.columns.includes(column ?? "")) &&
        `${role} has ${right} on ${column ?? "every column"}`,
      relation.schema === "platform" &&
        right === "DELETE" &&
        !deletes[relation.name]?.includes(role) &&
        `${role} may delete rows`,
    ]),
  ),
  rule(
    "tables of the queue and the runner are closed to tenants",
    everyRelation,
    ({ schema, grants, name }) =>
      grants.map(
        ({ role, right }) =>
          (schema === "graphile_worker" || schema === "migrations") &&
          `${role} ${right}` !== "tn_definer SELECT" &&
          `${role} has ${right} on ${name}`,
      ),
  ),
  rule("tables belong to none of the roles that use them", ourRelations, ({ owner }) => [
    owner.startsWith("tn_") && `it belongs to ${owner}`,
  ]),
  rule(
    "functions that run as another are listed, with owner, callers and a pinned search_path",
    ourRoutines,
    (one) => {
      const { name, schema, owner, definer, settings, callers } = one;
      const entry = definers[name];
      if (!definer) return [entry && "it is listed and runs as its caller"];
      const path = settings
        .find((setting) => setting.startsWith("search_path="))
        ?.slice("search_path=".length);
      const wanted = [...(entry?.callers ?? [])].sort();
      const owned = entry?.owner === "tables" ? !owner.startsWith("tn_") : owner === entry?.owner;
      return [
        (!entry || schema !== "app") && "it is on no list",
        entry && !owned && `it runs as ${owner}`,
        path !== "public, pg_temp" &&
          path !== "pg_catalog, pg_temp" &&
          `its search_path is ${path ?? "open"}`,
        entry && callers.join() !== wanted.join() && `${callers.join(", ")} may call it`,
      ];
    },
  ),
  rule("other functions are listed with their callers", ourRoutines, ({ name, definer, callers, schema }) => [
    !definer && !(name in routines && schema === "app") && "it is on no list",
    !definer &&
      callers.join() !== [...(routines[name] ?? [])].sort().join() &&
      `${callers.join(", ") || "nobody"} may call it`,
  ]),
  rule("the lists name nothing that is gone", listed, (name, catalogue) => [
    !catalogue.routines.some((one) => one.schema === "app" && one.name === name) &&
      "there is no such function",
  ]),
  rule("our roles are no superusers, inherit nothing and become only what is listed", roles, (role) => [
    role.superuser && "superuser",
    role.bypassesRls && "sees past row security",
    role.inherits && "inherits the rights of what it may become",
    (role.createsRoles || role.createsDatabases) && "makes roles or databases",
    role.login && !loginRoles.includes(role.name) && !scopeRoles.includes(role.name) && "may log in",
    role.becomes.join() !== [...(becomes[role.name] ?? [])].sort().join() &&
      `may become ${role.becomes.join(", ") || "nobody"}`,
  ]),
  rule("schemas and database give what is listed: no CREATE for anybody", places, ({ name, grants }) => {
    const given = grants.map(({ role, right, grantable }) => `${role} ${right}${grantable ? " and on" : ""}`);
    const wanted = spaces[name] ?? [];
    return [
      ...given.filter((one) => !wanted.includes(one)).map((one) => `gives ${one}`),
      ...wanted.filter((one) => !given.includes(one)).map((one) => `does not give ${one}`),
    ];
  }),
];

/** Tenants' tables are for scope roles, the installation's for the operator; login roles hold nothing themselves. */
function mayHold({ schema, name }: Relation, role: string): boolean {
  if (schema === "platform") return role === (workersOwn.includes(name) ? "tn_worker" : "tn_operator");
  if (role === "tn_search") return name === searchReads.table;
  return tenantRoles.includes(role);
}
