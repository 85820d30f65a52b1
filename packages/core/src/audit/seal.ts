import type { App } from "../kernel/ctx.ts";
import { eachAgency } from "../kernel/each-agency.ts";
import { headMac, linkHash } from "./chain.ts";

const most = 1_000;

/**
 * Seals what waits in every agency, oldest first; answers how many entries. An entry is found once it is committed, so
 * one that commits late is sealed later and never skipped. Two workers at once do no harm: one of them goes on. One
 * agency's failure does not hold up the others; it is thrown (AggregateError) at the end.
 */
export async function sealWaiting(app: Pick<App, "pool" | "config">): Promise<number> {
  const { rows } = await app.pool.query<{ agency: string }>("select app.audit_waiting() as agency");
  return eachAgency(rows, "The log of some agencies could not be sealed", async ({ agency }) => {
    let sealed = 0;
    let part: number;
    do {
      part = await sealPart(app, agency);
      sealed += part;
    } while (part === most);
    return sealed;
  });
}

interface Waiting {
  head_seq: bigint;
  head_hash: Buffer | null;
  id: string;
  at: string;
  line: string;
}

async function sealPart({ pool, config }: Pick<App, "pool" | "config">, agencyId: string): Promise<number> {
  const { rows } = await pool.query<Waiting>("select * from app.audit_to_seal($1, $2)", [agencyId, most]);
  const [first] = rows;
  if (!first) return 0;
  const after = Number(first.head_seq);
  let hash = first.head_hash ?? undefined;
  const hashes = rows.map(({ line }, place) => {
    hash = linkHash(config.secret, { agencyId, seq: after + place + 1, previous: hash, line });
    return hash;
  });
  const mac = headMac(config.secret, { agencyId, seq: after + rows.length, hash: hashes.at(-1)! });
  const { rows: answer } = await pool.query<{ done: boolean }>(
    "select app.audit_seal($1, $2, $3::uuid[], $4::bytea[], $5, $6) as done",
    [agencyId, after, rows.map(({ id }) => id), hashes, rows.at(-1)!.at, mac],
  );
  return answer[0]!.done ? rows.length : 0;
}
