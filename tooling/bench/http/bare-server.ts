import { randomUUID } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import pg from "pg";
import { sessionSql, statements } from "./statements.ts";

/**
 * What is left when everything that makes the product is taken away: Node, pg, a session look-up and the page's query
 * as named statements, on a connection that may see all. The limit the product is held against.
 */
const pool = new pg.Pool({ connectionString: process.env.BARE_URL, max: 10 });
const agencyOf: Record<string, string> = { list: process.env.BARE_SMALL!, create: process.env.BARE_SMALL! };
const server = createServer(async (incoming, outgoing) => {
  const [, name = "", term = ""] = (incoming.url ?? "").split("/");
  const id = /__Host-session=([^.;]+)/.exec(incoming.headers.cookie ?? "")?.[1];
  const session = await pool.query({
    name: "session",
    text: sessionSql,
    values: [incoming.headers.host, id],
  });
  if (session.rows.length === 0) return void outgoing.writeHead(401).end();
  const agency = agencyOf[name] ?? process.env.BARE_LARGE!;
  const values = name === "create" ? [agency, randomUUID()] : term ? [agency, `%${term}%`] : [agency];
  const answer: Record<string, unknown> = {};
  for (const [key, text] of Object.entries(statements[name] ?? {})) {
    answer[key] = (await pool.query({ name: `${name}.${key}`, text, values })).rows;
  }
  const body = JSON.stringify(answer);
  outgoing
    .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(body) })
    .end(body);
});
server.listen(0, "127.0.0.1", () => console.log((server.address() as AddressInfo).port));
process.on("SIGTERM", () => process.exit(0));
