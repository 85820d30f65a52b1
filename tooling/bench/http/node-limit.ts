import pg from "pg";
import { listSql, sessionSql } from "./statements.ts";

/**
 * Pages per second by Node and `pg` with nothing round them: the bare server's two statements one after the other, 16
 * callers on as many connections as the bare server has. No server on this machine can be faster in one process.
 */
export async function nodeLimit(
  adminUrl: string,
  { agencyId, host, session }: { agencyId: string; host: string; session: string },
  seconds: number,
): Promise<number> {
  const pool = new pg.Pool({ connectionString: adminUrl, max: 10 });
  const sessionQuery = { name: "session", text: sessionSql, values: [host, session.split(".")[0]] };
  const listQuery = { name: "list", text: listSql, values: [agencyId] };
  let pages = 0;
  const began = performance.now();
  const caller = async () => {
    while (performance.now() - began < seconds * 1_000) {
      await pool.query(sessionQuery);
      await pool.query(listQuery);
      pages++;
    }
  };
  await Promise.all(Array.from({ length: 16 }, caller));
  const elapsed = (performance.now() - began) / 1_000;
  await pool.end();
  return pages / elapsed;
}
