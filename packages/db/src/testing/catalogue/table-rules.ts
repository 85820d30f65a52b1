import {
  definerReads,
  deletes,
  referenceTables,
  scopeRoles,
  searchReads,
  subtrees,
  writtenBeneath,
} from "./allowed.ts";
import type { Policy, Relation } from "./facts.ts";
import { everyRelation, ourRelations, type Rule, rule, tenantTables } from "./rule.ts";

const sameAgency = "(agency_id = app.agency_id())";
const sameAccount = (column: string) => `((agency_id = app.agency_id()) AND (${column} = app.account_id()))`;
const ownDistributor =
  "((agency_id = app.agency_id()) AND (distributor_id = app.account_id()) AND (reseller_id = app.agency_id()))";

/** What protects the rows: keys, row security, policies (T03). */
export const tableRules: Rule[] = [
  rule("agency_id is there, not null, and first in the primary key", tenantTables, (table) => {
    const agency = table.columns.find(({ name }) => name === "agency_id");
    const key = table.keys.find(({ primary }) => primary);
    const first = referenceTables.includes(table.name) ? agency?.name : key?.columns[0];
    return [
      !agency && "no agency_id",
      agency && !agency.notNull && "agency_id may be null",
      agency && agency.type !== "uuid" && `agency_id is ${agency.type}`,
      !key && "no primary key",
      first !== "agency_id" && `the primary key begins with ${first}`,
    ];
  }),
  rule("every unique key begins with agency_id", tenantTables, (table) =>
    table.keys.map(
      ({ name, columns }) =>
        columns[0] !== "agency_id" &&
        !(referenceTables.includes(table.name) && columns.join() === "host") &&
        `${name} is unique across agencies`,
    ),
  ),
  rule("foreign keys carry agency_id in the same place and never write", tenantTables, (table) =>
    table.foreignKeys.flatMap((key) => [
      key.schema !== "public" && `${key.name} leaves the tenant's tables`,
      (key.columns.indexOf("agency_id") < 0 ||
        key.columns.indexOf("agency_id") !== key.targetColumns.indexOf("agency_id")) &&
        `${key.name} can point into another agency`,
      (key.onDelete !== "no action" || key.onUpdate !== "no action") && `${key.name} writes by itself`,
      referenceTables.includes(table.name) && `${key.name} ties a reference table to one agency's rows`,
    ]),
  ),
  rule("row security is on and forced", tenantTables, (table) => [
    !table.rowSecurity && "row security is off",
    !table.forced && "the owner sees past the policies",
  ]),
  rule("each scope role has one policy of plain equality, for reading and writing", tenantTables, (table) =>
    [...scopeRoles, "tn_definer"].flatMap((role) => policyProblems(table, role)),
  ),
  rule("no policy for anybody else", tenantTables, (table) =>
    table.policies.flatMap(({ name, roles }) =>
      roles
        .filter((role) => role !== "tn_definer" && !scopeRoles.includes(role))
        .filter((role) => role !== "tn_search" || table.name !== searchReads.table)
        .map((role) => `policy ${name} is for ${role}`),
    ),
  ),
  rule(
    "a partition has its parent's policies and no rights of its own",
    tenantTables,
    (table, { relations }) => {
      const parent = relations.find(({ schema, name }) => schema === "public" && name === table.parent);
      const same = (one: Relation) => JSON.stringify(one.policies);
      return [
        table.parent && !parent && `its parent ${table.parent} is outside the tenant's tables`,
        parent && same(parent) !== same(table) && "its policies are not those of its parent",
        parent && table.grants.length > 0 && "it can be reached past its parent",
      ];
    },
  ),
  rule("agency_id is never changed, and rows go only where that is allowed", tenantTables, (table) =>
    table.grants.flatMap(({ role, right, column }) => [
      right === "UPDATE" && (!column || column === "agency_id") && `${role} may change agency_id`,
      right === "DELETE" &&
        role !== "tn_definer" &&
        !deletes[table.name]?.includes(role) &&
        `${role} may delete rows`,
    ]),
  ),
  rule("no triggers", ourRelations, ({ triggers }) => triggers.map((name) => `trigger ${name}`)),
  rule("views ask with their caller's rights, and nothing is materialized", everyRelation, (relation) => [
    relation.kind === "matview" && "a materialized view has no row security",
    relation.kind === "foreign" && "a foreign table has no row security",
    relation.kind === "view" &&
      relation.schema !== "graphile_worker" &&
      !relation.options.includes("security_invoker=true") &&
      "it reads with its owner's rights",
  ]),
  rule(
    "the tenant's schema holds tables and views, no sequences that count across agencies",
    ourRelations,
    (one) => [one.kind === "sequence" && "ids come from the application"],
  ),
];

/**
 * A role that has rights on a table has exactly one policy there. Below the agency it is the role's own rows; a table
 * without that scope's column may be read by the whole agency.
 */
function policyProblems(table: Relation, role: string): (string | false)[] {
  const own = table.policies.filter(({ roles }) => roles.includes(role));
  const past = (policy: Policy) => role === "tn_definer" && policy.using === definerReads[table.name];
  const plain = own.filter((policy) => !past(policy));
  const hasRights = table.grants.some((grant) => grant.role === role);
  const wholeAgency = role === "tn_agency" || role === "tn_definer";
  const { scoped, using: expected, check: written } = expectedPolicy(table, role);
  return [
    plain.length > 1 && `${plain.length} policies for ${role}`,
    hasRights && plain.length === 0 && `${role} has rights and no policy`,
    wholeAgency && plain.length === 0 && `no policy for ${role}`,
    ...own.filter(past).map(({ command }) => command !== "select" && `${role} writes past the agency`),
    ...plain.flatMap(({ name, permissive, using, check, command }) => [
      !permissive && `policy ${name} is restrictive`,
      using !== expected && `policy ${name} lets ${role} see ${using}`,
      command === "all" && check !== written && `policy ${name} lets ${role} write ${check}`,
      command !== "all" && command !== "select" && `policy ${name} is for ${command} only`,
      command === "select" && scoped && `policy ${name} does not say what ${role} may write`,
      command === "select" && wholeAgency && `policy ${name} does not say what ${role} may write`,
      command === "all" &&
        !scoped &&
        !wholeAgency &&
        `policy ${name} lets ${role} write the whole agency's rows`,
    ]),
  ];
}

/** What a role's policy on a table has to say. */
function expectedPolicy(table: Relation, role: string) {
  // Rows of an upline's subtree name it where a distributor's do.
  const column = role === "tn_upline" ? "distributor_id" : `${role.slice("tn_".length)}_id`;
  const has = (name: string) => table.columns.some((one) => one.name === name);
  if (role === "tn_agency" || role === "tn_definer" || !has(column))
    return { scoped: false, using: sameAgency, check: sameAgency };
  const rows = sameAccount(column);
  const root = table.parent ?? table.name;
  if (role !== "tn_distributor" || !has("reseller_id") || subtrees.includes(root))
    return { scoped: true, using: rows, check: rows };
  return {
    scoped: true,
    using: ownDistributor,
    check: writtenBeneath.includes(root) ? rows : ownDistributor,
  };
}
