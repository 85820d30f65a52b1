import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { benchIngestHttp } from "../ingest-http.ts";
import { atLeast, type BenchRow, median, reported } from "../row.ts";
import { compare, round, type Side } from "./compare.ts";
import { type Call, load, request } from "./load.ts";
import { nodeLimit } from "./node-limit.ts";
import { pgbench } from "./pgbench.ts";
import { freePort, type Running, start } from "./processes.ts";
import { newRunSecret, type Stage, stageAgency, stagingApp } from "./stage.ts";
import { stageIngest } from "./stage-ingest.ts";

const file = (path: string) => fileURLToPath(new URL(path, import.meta.url));

interface Addresses {
  adminUrl: string;
  webUrl: string;
}

/** List, search and create over HTTP against the bare server, on 10,000 and `large` resellers. */
export async function benchApi(
  addresses: Addresses,
  options: { large: number; rounds: number; seconds: number },
) {
  const secret = newRunSecret();
  const app = stagingApp(addresses.webUrl, secret);
  const small = await stageAgency(app, addresses.adminUrl, 10_000, 1_000);
  const large = await stageAgency(app, addresses.adminUrl, options.large, 5_000);
  const ingest = await stageIngest(app, addresses.adminUrl, small);
  await app.pool.end();
  const port = await freePort();
  const began = performance.now();
  const env = {
    TENANTRY_WEB_DATABASE_URL: addresses.webUrl,
    TENANTRY_SECRET: secret,
    PORT: String(port),
    // What is measured is the work, not the limit; counting goes on.
    TENANTRY_REQUESTS_PER_MINUTE: "100000000",
  };
  const ours = await start(file("../../../apps/api/src/main.ts"), { ...env, TENANTRY_LOG: "error" }, port);
  const ready = performance.now() - began;
  const bareEnv = { BARE_URL: addresses.adminUrl, BARE_SMALL: small.agencyId, BARE_LARGE: large.agencyId };
  const bare = await start(file("./bare-server.ts"), bareEnv);
  try {
    return {
      rows: [
        ...(await comparisons(ours, bare, small, large, options)),
        ...(await costs(ours, small, options.seconds)),
        ...(await yardsticks(addresses.adminUrl, bare, small, options)),
        ...(await benchIngestHttp(
          { origin: `http://${small.host}:${port}`, key: ingest.key },
          ingest.externalIds,
          { rounds: Math.min(3, options.rounds), ms: 2_000 },
        )),
        reported("API ready after process start (from source)", round(ready / 1_000), "s"),
      ],
    };
  } finally {
    await Promise.all([ours.stop(), bare.stop()]);
  }
}

type Turns = { rounds: number; seconds: number };

async function comparisons(
  ours: Running,
  bare: Running,
  small: Stage,
  large: Stage,
  turns: Turns,
): Promise<BenchRow[]> {
  const side = (running: Running, call: Call): Side => ({ port: running.port, call });
  const get = (stage: Stage, path: string): Call => ({
    bytes: () => request("GET", path, headersOf(stage)),
    status: 200,
  });
  let made = 0;
  const post: Call = {
    bytes: () => request("POST", "/api/v1/resellers", headersOf(small), JSON.stringify(newReseller(made++))),
    status: 201,
  };
  const search = get(large, "/api/v1/resellers?search=quartz&limit=25");
  return [
    ...(await compare({
      name: "list of 25 out of 10,000",
      ours: side(ours, get(small, "/api/v1/resellers?limit=25")),
      bare: side(bare, get(small, "/list")),
      bar: 0.5,
      ...turns,
    })),
    ...(await compare({
      name: `search among ${large.count} against plain ILIKE and count`,
      ours: side(ours, search),
      bare: side(bare, get(large, "/search-plain/quartz")),
      bar: 4,
      ...turns,
    })),
    ...(await compare({
      name: `search among ${large.count} against the indexed statement`,
      ours: side(ours, search),
      bare: side(bare, get(large, "/search-indexed/quartz")),
      bar: 0.5,
      ...turns,
    })),
    ...(await compare({
      name: "create against a bare insert",
      ours: side(ours, post),
      bare: side(bare, get(small, "/create")),
      bar: 0.3,
      ...turns,
    })),
  ];
}

/** Is the bare server itself as fast as it can be? Else being half as fast would say little. */
async function yardsticks(adminUrl: string, bare: Running, stage: Stage, turns: Turns): Promise<BenchRow[]> {
  const call = (path: string): Call => ({
    bytes: () => request("GET", path, headersOf(stage)),
    status: 200,
  });
  const shares: Record<"node" | "list" | "create", number[]> = { node: [], list: [], create: [] };
  for (let turn = 0; turn < turns.rounds; turn++) {
    const list = (await load(bare.port, call("/list"), 16, turns.seconds)).perSecond;
    shares.node.push(list / (await nodeLimit(adminUrl, stage, turns.seconds)));
    const pages = pgbench(adminUrl, stage, "list", turns.seconds);
    if (pages) shares.list.push(list / pages);
    const create = (await load(bare.port, call("/create"), 16, turns.seconds)).perSecond;
    const inserts = pgbench(adminUrl, stage, "create", turns.seconds);
    if (inserts) shares.create.push(create / inserts);
  }
  const middle = (values: number[]) => round(median(values));
  return [
    atLeast("bare list: of Node and pg on its two statements without HTTP", middle(shares.node), 0.6, "x"),
    ...(shares.list.length > 0
      ? [
          reported("bare list: of pgbench on its two statements", middle(shares.list), "x"),
          atLeast("bare create: of pgbench on its two statements", middle(shares.create), 0.6, "x"),
        ]
      : []),
  ];
}

/** Processor time of the API process per request, and its memory. From /proc; nothing where there is none. */
async function costs(ours: Running, stage: Stage, seconds: number): Promise<BenchRow[]> {
  const ticks = () => {
    const fields = readFileSync(`/proc/${ours.pid}/stat`, "utf8").split(") ")[1]!.split(" ");
    return Number(fields[11]) + Number(fields[12]);
  };
  if (process.platform !== "linux") return [];
  const before = ticks();
  const call = { bytes: () => request("GET", "/api/v1/resellers?limit=25", headersOf(stage)), status: 200 };
  const { perSecond } = await load(ours.port, call, 16, seconds);
  const perRequest = ((ticks() - before) * 10) / (perSecond * seconds);
  const memory = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${ours.pid}/status`, "utf8"))?.[1];
  return [
    reported("API processor time per list request (aim 0.9)", round(perRequest), "ms"),
    reported("API memory", Math.round(Number(memory) / 1024), "MiB"),
  ];
}

function headersOf({ host, session }: Stage): Record<string, string> {
  return { host: `${host}:3000`, cookie: `__Host-session=${session}`, "sec-fetch-site": "same-origin" };
}

/** A reseller that no other call of this run makes. */
function newReseller(n: number) {
  const letters = [...String(n)].map((digit) => String.fromCharCode(97 + Number(digit))).join("");
  return {
    type: "own_plans",
    name: `Bench ${n}`,
    email: `bench${n}@example.com`,
    phone: "+31207940182",
    contactName: "Rita",
    contactEmail: "rita@example.com",
    contactPhone: "+31207940182",
    country: "NL",
    language: "en",
    loginDomain: `bench${letters}`,
  };
}
