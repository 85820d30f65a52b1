import { chmodSync, existsSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { migrate } from "@tenantry/db";
import { elapsed, step } from "./progress.mjs";
import { root } from "./root.mjs";
import { type Child, startChild } from "./serve/child.ts";
import { type Database, openDatabase } from "./serve/database.ts";
import { type Demo, seedDemo, writeDemoFile } from "./serve/demo.ts";
import { childEnvironment, keepEnvironment } from "./serve/environment.ts";
import { greeting } from "./serve/greeting.ts";
import { type Lock, takeLock } from "./serve/lock.ts";
import { untilReady } from "./serve/ready.ts";
import { loadSecrets } from "./serve/secrets.ts";
import { chooseWebPort } from "./serve/web-port.ts";

const dir = join(root, ".tenantry");
const dev = process.argv.includes("--dev");
const children: Child[] = [];
let lock: Lock | undefined;
let opening: Promise<Database> | undefined;
let ending: Promise<never> | undefined;

for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"] as const) process.on(signal, () => end(0));
if (process.connected) process.on("disconnect", () => end(1));
// When our parent is killed the terminal may be gone too; a failed write must not keep us from stopping.
for (const stream of [process.stdout, process.stderr]) stream.on("error", () => undefined);

try {
  await serve();
} catch (error) {
  if (!ending) console.error(`\n${(error as Error).message}`);
  await end(1);
}

async function serve(): Promise<void> {
  makeFolder();
  lock = await takeLock(dir);
  step("Starting the database ...");
  opening = openDatabase(dir, process.env.DATABASE_URL);
  const { adminUrl, description } = await opening;
  step(`The database is up: ${description}.`);
  const secrets = loadSecrets(dir);
  await migrate({ adminUrl, logins: secrets });
  step("The schema is up to date.");

  const port = await chooseWebPort(dir, process.env.PORT);
  const env = childEnvironment(process.env, { adminUrl, secrets, port, dev });
  keepEnvironment(dir, env);
  if (ending) return;
  for (const [name, file] of [
    ["web", "apps/dashboard/main.ts"],
    ["worker", "apps/api/src/worker.ts"],
  ] as const)
    watch(startChild(name, join(root, file), env));
  lock.note(children.map(({ pid }) => pid));
  step("Web and worker are starting ...");
  const seeding = env.TENANTRY_DEMO ? seedDemo(root, env, (seed) => children.push(seed)) : withoutDemo(port);
  const [demo] = await Promise.all([seeding, untilReady(port)]);
  writeDemoFile(dir, port, demo);
  console.log(greeting(demo, elapsed()));
}

/** Other users pass through to the database's folder; what is secret in here has its own 0600. */
function makeFolder(): void {
  if (existsSync(dir)) return;
  mkdirSync(dir, { recursive: true });
  chmodSync(dir, 0o755);
}

async function withoutDemo(port: number): Promise<Demo> {
  const operator = {
    name: "Operator",
    kind: "operator" as const,
    origin: `http://operator.localhost:${port}`,
  };
  return { hosts: [operator], signIns: [], ingestKeys: [] };
}

/** A process that dies takes the rest with it: half a product that looks alive helps nobody. */
function watch(child: Child): void {
  children.push(child);
  void child.ended.then((code) => {
    if (ending) return;
    console.error(
      `\nThe ${child.name} process ended with exit code ${code}. Its last words:\n${child.lastWords()}`,
    );
    return end(code || 1);
  });
}

/** Stops web and worker, then the database they use, then this process. Repeated signals change nothing. */
function end(code: number): Promise<never> {
  ending ??= (async () => {
    if (children.length > 0) step("Stopping ...");
    await Promise.all(children.map((child) => child.stop()));
    const database = await opening?.catch(() => undefined);
    await database?.stop();
    lock?.release();
    if (database) step("Stopped.");
    process.exit(code);
  })();
  return ending;
}
