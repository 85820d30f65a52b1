import { openPool } from "@tenantry/db";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createCustomer } from "../customers/create.ts";
import { newId } from "../kernel/ids.ts";
import { type Agency, newAgency, openTestApp, type TestApp } from "../testing/index.ts";
import { sealWaiting } from "./seal.ts";
import { verifyAudit } from "./verify.ts";

// T50: what is done to the log behind the product's back is noticed.
let app: TestApp;
let worker: Pick<TestApp, "pool" | "config">;
beforeAll(async () => {
  app = await openTestApp();
  worker = {
    config: app.config,
    pool: openPool({ url: app.workerUrl, max: 3, onConnectionError: () => {} }),
  };
});
afterAll(async () => {
  await worker.pool.end();
  await app.close();
});

const sql = (text: string, values: unknown[] = []) => app.admin.query(text, values);
const change = async (agency: Agency) => createCustomer(await agency.ctx(), { name: "C" });
const verify = async (agency: Agency, input = {}) => verifyAudit(await agency.ctx(), input);

/** An agency with a sealed chain of ten links or more. */
async function sealedAgency(): Promise<Agency> {
  const agency = await newAgency(app);
  for (let n = 0; n < 10; n++) await change(agency);
  await sealWaiting(worker);
  return agency;
}

const linkAt = async (agency: Agency, seq: number) =>
  (await sql("select * from audit_seals where agency_id = $1 and seq = $2", [agency.id, seq])).rows[0];

describe("the chain", () => {
  it("covers every entry, and says how many are not sealed yet", async () => {
    const agency = await sealedAgency();
    const { rows } = await sql("select count(*)::integer as count from audit_entries where agency_id = $1", [
      agency.id,
    ]);
    const whole = await verify(agency);
    expect(whole).toMatchObject({ checked: rows[0].count, unsealed: 0, problems: [], next: null });
    expect(whole.head!.seq).toBe(rows[0].count);
    await change(agency);
    expect(await verify(agency)).toMatchObject({ checked: rows[0].count, unsealed: 1, problems: [] });
    await sealWaiting(worker);
    expect(await verify(agency)).toMatchObject({ checked: rows[0].count + 1, unsealed: 0, problems: [] });
  });

  it("skips no entry that commits late, behind younger ones", async () => {
    const agency = await sealedAgency();
    const late = await app.admin.connect();
    await late.query("begin");
    await late.query(
      `insert into audit_entries (agency_id, id, actor_kind, actor_id, action, object_kind, object_id, distributor_id, reseller_id, request_id)
       values ($1, $2, 'job', 'late', 'late', 'x', 'x', $1, $1, 'r')`,
      [agency.id, newId()],
    );
    await change(agency);
    await sealWaiting(worker);
    const { head } = await verify(agency);
    await late.query("commit");
    late.release();
    expect(await verify(agency)).toMatchObject({ unsealed: 1, problems: [] });
    await sealWaiting(worker);
    expect(await verify(agency)).toMatchObject({
      head: { seq: head!.seq + 1 },
      unsealed: 0,
      problems: [],
    });
  });

  it("is one chain when two workers seal what 64 writers write", async () => {
    const agency = await newAgency(app);
    let writing = true;
    const seal = async () => {
      while (writing) await sealWaiting(worker);
    };
    const sealing = [seal(), seal()];
    await Promise.all(Array.from({ length: 64 }, () => change(agency)));
    writing = false;
    await Promise.all(sealing);
    await sealWaiting(worker);
    const whole = await verify(agency);
    expect(whole).toMatchObject({ unsealed: 0, problems: [] });
    expect(whole.checked).toBeGreaterThanOrEqual(64);
  });

  it.each<[string, string[], (agency: Agency) => Promise<unknown>]>([
    [
      "an entry changed",
      ["changed 4"],
      async (agency) =>
        sql(`update audit_entries set after = '{"name": "D"}' where id = $1`, [
          (await linkAt(agency, 4)).entry_id,
        ]),
    ],
    [
      "an entry's time changed by a microsecond",
      ["changed 4"],
      async (agency) =>
        sql("update audit_entries set at = at + interval '1 microsecond' where id = $1", [
          (await linkAt(agency, 4)).entry_id,
        ]),
    ],
    [
      "an entry given to another actor",
      ["changed 4"],
      async (agency) =>
        sql("update audit_entries set actor_id = 'x' where id = $1", [(await linkAt(agency, 4)).entry_id]),
    ],
    [
      "an entry deleted",
      ["missing 4"],
      async (agency) => sql("delete from audit_entries where id = $1", [(await linkAt(agency, 4)).entry_id]),
    ],
    [
      "an entry deleted with its link",
      ["changed 5", "gap 4"],
      async (agency) => {
        await sql("delete from audit_entries where id = $1", [(await linkAt(agency, 4)).entry_id]);
        await sql("delete from audit_seals where agency_id = $1 and seq = 4", [agency.id]);
      },
    ],
    [
      "two entries swapped",
      ["changed 4", "changed 5"],
      async (agency) => {
        const [four, five] = [await linkAt(agency, 4), await linkAt(agency, 5)];
        await sql("update audit_seals set entry_id = $3 where agency_id = $1 and seq = $2", [
          agency.id,
          4,
          newId(),
        ]);
        for (const [seq, id] of [
          [5, four.entry_id],
          [4, five.entry_id],
        ])
          await sql("update audit_seals set entry_id = $3 where agency_id = $1 and seq = $2", [
            agency.id,
            seq,
            id,
          ]);
      },
    ],
    [
      "an entry inserted among older ones",
      ["inserted null"],
      (agency) =>
        sql(
          `insert into audit_entries (agency_id, id, at, actor_kind, actor_id, action, object_kind, object_id, distributor_id, reseller_id, request_id)
           values ($1, $2, now() - interval '1 hour', 'job', 'x', 'x', 'x', 'x', $1, $1, 'r')`,
          [agency.id, newId()],
        ),
    ],
    [
      "a link forged",
      ["changed 4", "changed 5"],
      (agency) =>
        sql("update audit_seals set hash = sha256('x') where agency_id = $1 and seq = 4", [agency.id]),
    ],
    [
      "the tail cut off, entries and links",
      ["truncated head"],
      async (agency) => {
        const { head } = await verify(agency);
        await cut(agency, head!.seq - 3);
      },
    ],
    [
      "the tail cut off and the head set back",
      ["truncated head"],
      async (agency) => {
        const { head } = await verify(agency);
        await cut(agency, head!.seq - 3);
        await sql(
          `update audit_heads h set seq = s.seq, hash = s.hash from audit_seals s
           where s.agency_id = h.agency_id and h.agency_id = $1 and s.seq = $2`,
          [agency.id, head!.seq - 3],
        );
      },
    ],
    [
      "the head removed",
      ["truncated head"],
      (agency) => sql("delete from audit_heads where agency_id = $1", [agency.id]),
    ],
  ])("tells of %s", async (_what, expected, tamper) => {
    const agency = await sealedAgency();
    expect((await verify(agency)).problems).toEqual([]);
    await tamper(agency);
    const { problems } = await verify(agency);
    const told = problems.map(({ problem, seq }) => `${problem} ${problem === "truncated" ? "head" : seq}`);
    expect(told.sort()).toEqual(expected);
  });

  it("tells by a head noted earlier of a tail cut off with a true older head put back", async () => {
    const agency = await sealedAgency();
    const { rows: older } = await sql("select * from audit_heads where agency_id = $1", [agency.id]);
    await change(agency);
    await sealWaiting(worker);
    const { head } = await verify(agency);
    const known = { knownSeq: head!.seq, knownHash: head!.hash };
    expect((await verify(agency, known)).problems).toEqual([]);
    await cut(agency, Number(older[0].seq));
    const { seq, hash, mac, upto } = older[0];
    await sql("update audit_heads set seq = $2, hash = $3, mac = $4, upto = $5 where agency_id = $1", [
      ...[agency.id, seq, hash, mac, upto],
    ]);
    expect((await verify(agency)).problems).toEqual([]);
    expect((await verify(agency, known)).problems).toEqual([
      { problem: "truncated", seq: head!.seq, entryId: null },
    ]);
  });

  it("cannot be written by who serves requests", async () => {
    const { rows } = await sql(
      `select distinct grantee, privilege_type from information_schema.role_table_grants
       where table_name in ('audit_seals', 'audit_heads') and privilege_type <> 'SELECT' and grantee like 'tn\\_%' and grantee <> 'tn_definer'`,
    );
    expect(rows).toEqual([]);
  });
});

async function cut(agency: Agency, after: number): Promise<void> {
  await sql(
    `delete from audit_entries where agency_id = $1 and id in
       (select entry_id from audit_seals where agency_id = $1 and seq > $2)`,
    [agency.id, after],
  );
  await sql("delete from audit_seals where agency_id = $1 and seq > $2", [agency.id, after]);
}
