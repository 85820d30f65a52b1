import { execFile, spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import pg from "pg";
import { afterEach, beforeEach, expect, test } from "vitest";
import { ensureDatabase, requireVersion, startEmbedded } from "./index.ts";

let dir: string;

beforeEach(() => {
  dir = mkdtempSync(join(tmpdir(), "tenantry-embedded-"));
  chmodSync(dir, 0o755);
});

afterEach(() => rmSync(dir, { recursive: true, force: true }));

const start = () => startEmbedded({ dir, durable: false });
const postmaster = () => Number(readFileSync(join(dir, "postgres", "postmaster.pid"), "utf8").split("\n")[0]);

/** Another process, because drafts are told apart by process id. */
async function startInProcess(folder: string): Promise<{ adminUrl: string; reused: boolean }> {
  const script = `
    import { startEmbedded } from ${JSON.stringify(new URL("./index.ts", import.meta.url).href)};
    const { adminUrl, reused } = await startEmbedded({ dir: ${JSON.stringify(folder)}, durable: false });
    console.log(JSON.stringify({ adminUrl, reused }));`;
  const args = ["--import", "tsx", "--input-type=module", "--eval", script];
  const { stdout } = await promisify(execFile)(process.execPath, args);
  return JSON.parse(stdout);
}

async function ask(connectionString: string, sql: string) {
  const client = new pg.Client({ connectionString });
  client.on("error", () => undefined);
  await client.connect();
  try {
    return (await client.query(sql)).rows;
  } finally {
    await client.end();
  }
}

test("starts, keeps its secret to itself, and keeps data and port over a restart", async () => {
  const first = await start();
  expect(first.reused).toBe(false);
  await requireVersion(first.adminUrl);
  await ensureDatabase(first.adminUrl, "kept");
  await ensureDatabase(first.adminUrl, "kept");
  await ask(first.url("kept"), "create table notes as select 'still here' as text");
  await first.stop();

  const second = await start();
  expect(second.port).toBe(first.port);
  expect(await ask(second.url("kept"), "select text from notes")).toEqual([{ text: "still here" }]);
  expect(statSync(join(dir, "postgres.json")).mode & 0o777).toBe(0o600);
  expect(statSync(join(dir, "postgres")).mode & 0o777).toBe(0o700);
  await second.stop();
});

test("the locale is the builtin one whatever the machine's is", async () => {
  const server = await start();
  const rows = await ask(
    server.adminUrl,
    `select datlocprovider as provider, datlocale as locale, pg_encoding_to_char(encoding) as encoding,
     current_setting('TimeZone') as zone from pg_database where datname = 'postgres'`,
  );
  expect(rows).toEqual([{ provider: "b", locale: "C.UTF-8", encoding: "UTF8", zone: "UTC" }]);
  await server.stop();
});

test("comes back with its data after kill -9, and stopping a dead server does not hang", async () => {
  const first = await startEmbedded({ dir });
  await ask(first.adminUrl, "create table notes as select 'still here' as text");
  process.kill(postmaster(), "SIGKILL");
  const began = Date.now();
  await first.stop();
  expect(Date.now() - began).toBeLessThan(5_000);

  const second = await start();
  expect(await ask(second.adminUrl, "select text from notes")).toEqual([{ text: "still here" }]);
  await second.stop();
  expect(existsSync(join(dir, "postgres", "postmaster.pid"))).toBe(false);
});

test("a server left running is taken over", async () => {
  const first = await start();
  const second = await start();
  expect(second).toMatchObject({ reused: true, port: first.port });
  await second.stop();
  await expect(ask(first.adminUrl, "select 1")).rejects.toThrow();
});

test("of two first starts at once one makes the database and both use it", async () => {
  const [one, two] = await Promise.all([startInProcess(dir), startInProcess(dir)]);
  expect(one.adminUrl).toBe(two.adminUrl);
  expect([one.reused, two.reused].sort()).toEqual([false, true]);
  await (await start()).stop();
});

test("a pid file whose number belongs to another program now does not stop the start", async () => {
  const first = await start();
  const data = join(dir, "postgres");
  const lines = readFileSync(join(data, "postmaster.pid"), "utf8").split("\n");
  await first.stop();
  // PostgreSQL believes in a number only when it may signal that process, so the stranger runs as its own user.
  const { uid, gid } = statSync(data);
  const stranger = spawn("sleep", ["60"], process.getuid?.() === 0 ? { uid, gid } : {});
  writeFileSync(join(data, "postmaster.pid"), [stranger.pid, ...lines.slice(1)].join("\n"), { mode: 0o644 });
  const second = await start();
  expect(second.reused).toBe(false);
  await second.stop();
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull();
  stranger.kill();
});

test("data of another major version is refused with what to do", async () => {
  const server = await start();
  await server.stop();
  writeFileSync(join(dir, "postgres", "PG_VERSION"), "15\n");
  await expect(start()).rejects.toThrow(/made by PostgreSQL 15.*pg_dump.*remove/s);
});

test("an initdb that was killed half-way is swept away", async () => {
  const left = join(dir, "postgres.draft-999999999");
  writeFileSync(left, "");
  const server = await start();
  expect(existsSync(left)).toBe(false);
  await server.stop();
});
