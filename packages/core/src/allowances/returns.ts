import { shareOut } from "../kernel/money.ts";
import { mostPromised, type Pool } from "./rule.ts";

/** A child with a guaranteed allowance. */
export interface GuaranteedChild {
  accountId: string;
  name: string;
  units: number;
  /** Used this month or promised on: cannot go back. */
  boundUnits: number;
}

/** What has to go back where an account comes to have less than it has promised. */
export interface Returns {
  allocatedUnits: number;
  /** What it may promise from then on. */
  mostUnits: number | null;
  /** Promised past that; 0 where everything stays. */
  shortUnits: number;
  /** What is short even when everything unused has gone back. */
  missingUnits: number;
  /** From whom how much would go back. */
  from: { accountId: string; name: string; before: number; after: number }[];
}

/**
 * The one function behind the preview of a smaller grant and the carrying out of it: unused units go back in proportion
 * to what each child has unused, and used ones never. Pure.
 */
export function returnUnused(pool: Pool, children: readonly GuaranteedChild[]): Returns {
  const { allocatedUnits } = pool;
  const mostUnits = mostPromised(pool);
  const shortUnits = mostUnits === null ? 0 : Math.max(0, allocatedUnits - mostUnits);
  const unused = children.map(({ units, boundUnits }) => Math.max(0, units - boundUnits));
  const all = unused.reduce((sum, units) => sum + units, 0);
  const back = Math.min(shortUnits, all);
  const shares = back === 0 ? [] : shareOut(BigInt(back), unused.map(BigInt));
  const from = children.flatMap(({ accountId, name, units }, index) => {
    const share = Number(shares[index] ?? 0n);
    return share > 0 ? [{ accountId, name, before: units, after: units - share }] : [];
  });
  return { allocatedUnits, mostUnits, shortUnits, missingUnits: shortUnits - back, from };
}
