import { may } from "../kernel/authorize.ts";
import { query, type Run } from "../kernel/verb.ts";
import { type AccountStatus, shownStatus } from "../tenancy/stop-modes.ts";
import {
  beneathStatement,
  beneathValues,
  findStatement,
  type SearchedKind,
  searchValues,
} from "./find-sql.ts";
import { findInput, found } from "./schemas.ts";

interface Reseller {
  [column: string]: unknown;
  id: string;
  code: string;
  name: string;
  email: string | null;
  host: string;
  status: AccountStatus;
}

interface Customer {
  [column: string]: unknown;
  id: string;
  code: string;
  name: string;
  email: string | null;
  externalId: string | null;
  seller: { id: string; name: string } | null;
}

/**
 * Resellers and customers in the caller's reach, found by name, e-mail, code, external id or login domain: a few of
 * each kind that the caller may list, best first.
 */
export const findAnywhere = query("search.find", {
  input: findInput,
  output: found,
  run: async (run, { search, limit }) => {
    const { actor, scope, tenant } = run.ctx;
    // Most resellers have none beneath them: their search is about customers alone.
    const mayHaveThem = scope.kind !== "reseller" || tenant.delegation !== null;
    const reachesResellers = mayHaveThem && may(actor, "reseller.list");
    const find = async <Row extends { [column: string]: unknown }>(kind: SearchedKind) => {
      const rows = await hitsOf<Row>(run, kind, search, limit + 1);
      return { rows: rows.slice(0, limit), more: rows.length > limit };
    };
    const [resellers, customers] = await Promise.all([
      reachesResellers ? find<Reseller>("reseller") : null,
      may(actor, "customer.list") ? find<Customer>("customer") : null,
    ]);
    return {
      resellers: resellers && {
        hits: resellers.rows.map((row) => ({ ...row, status: shownStatus(row.status) })),
        more: resellers.more,
      },
      customers: customers && { hits: customers.rows, more: customers.more },
    };
  },
});

function hitsOf<Row extends { [column: string]: unknown }>(
  { tx, ctx }: Run,
  kind: SearchedKind,
  search: string,
  limit: number,
): Promise<Row[]> {
  const { kind: of } = ctx.scope;
  const scope = of === "agency" || of === "distributor" ? of : "reseller";
  if (kind === "reseller" && scope !== "agency")
    return tx.named<Row>("search_beneath", beneathStatement, beneathValues(search, limit));
  const statement = findStatement(kind, scope);
  const values = [ctx.tenant.agencyId, limit, ...searchValues(search)];
  return tx.named<Row>(`search_${kind}_${scope}`, statement, values);
}
