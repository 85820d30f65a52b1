import type { Tx } from "@tenantry/db";
import { AppError, fieldError } from "../kernel/errors.ts";
import type { Payer } from "../plans/overage-payer.ts";
import type { AccountStatus } from "../tenancy/stop-modes.ts";
import { type LimitLevel, limitLevels } from "./decide-chain.ts";
import type { Caps } from "./decide-rule.ts";
import { type AccountRef, resolveAccounts } from "./resolve.ts";
import { exactUnits } from "./rules.ts";

/** One of the accounts that use counts against, as its plan and its giver limit it. */
export interface ChainAccount {
  accountId: string;
  level: LimitLevel;
  /** Its own scope, in which it sees what is reserved at its level: a reseller's with resellers is a reseller's. */
  distributorId: string;
  resellerId: string;
  status: AccountStatus;
  archived: boolean;
  caps: Caps | null;
  /** Who pays past what its plan includes; null where no plan says anything. */
  payer: Payer | null;
  /** It was given units of its own. */
  hasAllowance: boolean;
  /** The next below in the chain, to whom it gives; null for whoever uses the units. */
  childId: string | null;
  /** What it has guaranteed to its children, as far as its ratio says that this much has to be there. */
  promisedUnits: number;
  ratioPercent: number;
}

interface Row {
  [column: string]: unknown;
  id: string;
  place: number;
  distributorId: string;
  resellerId: string;
  status: AccountStatus;
  archived: boolean;
  included: bigint | null;
  soft: bigint | null;
  hard: bigint | null;
  payer: Payer | null;
  hasAllowance: boolean;
  allocated: bigint | null;
  ratio: number | null;
}

/**
 * Everybody an account's use counts against, from the top of the tree down to itself; the agency's root is none. Throws
 * `not_found` for an account nobody has, a field error for an external id of several.
 */
export async function chainOf(
  tx: Tx,
  agencyId: string,
  asked: AccountRef,
  meter: string,
): Promise<ChainAccount[]> {
  const accountId = asked.accountId ?? (await byExternalId(tx, agencyId, asked));
  const rows = await tx.named<Row>("usage_chain", chainSql, [agencyId, accountId, meter]);
  if (rows.length === 0 && accountId !== agencyId) throw new AppError("not_found");
  return rows.map((row, index) => {
    const { id, distributorId, resellerId, status, archived, hasAllowance, payer } = row;
    const level = limitLevels[row.place - 1]!;
    const ratioPercent = row.ratio ?? 100;
    return {
      ...{ accountId: id, level, distributorId, resellerId, status, archived, hasAllowance, ratioPercent },
      ...{ caps: capsOf(row), payer },
      childId: rows[index + 1]?.id ?? null,
      promisedUnits: Math.floor((exactUnits(row.allocated ?? 0n) * 100) / ratioPercent),
    };
  });
}

async function byExternalId(tx: Tx, agencyId: string, asked: AccountRef): Promise<string> {
  const find = await resolveAccounts(tx, agencyId, [asked]);
  const owner = find(asked);
  if (owner === "ambiguous_account") throw fieldError("/externalId", "account_ambiguous");
  if (owner === "unknown_account") throw new AppError("not_found");
  return owner.accountId;
}

function capsOf({ included, soft, hard }: Row): Caps | null {
  if (included === null) return null;
  const units = (value: bigint | null) => (value === null ? null : exactUnits(value));
  return { includedUnits: units(included), softCapUnits: units(soft), hardCapUnits: units(hard) };
}

const chainSql = `
  select a.id, x.place::int as place, a.distributor_id as "distributorId", a.reseller_id as "resellerId", a.status,
    a.archived_at is not null as archived,
    m.included_units as included, m.soft_cap_units as soft, m.hard_cap_units as hard, m.payer,
    w.account_id is not null as "hasAllowance", p.allocated_units as allocated, p.ratio_percent as ratio
  from accounts u
  cross join lateral unnest(array[u.distributor_id, u.reseller_id, u.customer_id]) with ordinality x (id, place)
  join accounts a on a.agency_id = $1 and a.id = x.id
  left join resellers r on r.agency_id = $1 and r.id = x.id
  left join plan_meters m on m.agency_id = $1 and m.version_id = r.plan_version_id and m.meter = $3
  left join allowances w on w.agency_id = $1 and w.account_id = x.id and w.meter = $3
  left join allowance_pools p on p.agency_id = $1 and p.account_id = x.id and p.meter = $3
  where u.agency_id = $1 and u.id = $2 and x.id <> $1
  order by x.place`;
