import { readFile } from "node:fs/promises";
import { listAgencies } from "@tenantry/core/agencies/list";
import { createApiKey } from "@tenantry/core/api-keys/create";
import { type DemoAgency, demoAgencies, demoOperatorEmail, demoPassword } from "@tenantry/core/demo/cast";
import { demoChannels } from "@tenantry/core/demo/channels";
import { signIn } from "@tenantry/core/identity/sign-in";
import type { App } from "@tenantry/core/kernel/ctx";
import { openApp } from "@tenantry/core/open-app";
import { inviteOperator } from "@tenantry/core/operators/invite";
import { setUpOperator } from "@tenantry/core/operators/setup";
import { agencyHost, loginHost, operatorHost, originOf } from "@tenantry/core/tenancy/origin";
import { readSettings } from "../config.ts";
import { commandLineContext } from "./context.ts";
import { seedAgency } from "./demo/agency.ts";
import { beginDemo, finishDemo } from "./demo/once.ts";
import { visit } from "./demo/people.ts";

/**
 * Makes the demo once, and says on its last line what is there: hosts, sign-ins, ingest keys. A demo that was removed
 * stays removed, because its hosts are never issued again.
 */
const settings = readSettings("web", process.env);
const app = openApp(settings);
const { config } = app;
const operator = await commandLineContext(app, "demo");
const fresh = await beginDemo(app);
if (fresh) await setUpDemoOperator(app);
for (const agency of demoAgencies) {
  if (fresh) await seedAgency(app, operator, agency, agency.slug === "nova" ? demoChannels : []);
}
if (fresh) await finishDemo(operator);
const present = new Set(
  (await listAgencies(operator, {})).agencies.filter(({ isDemo }) => isDemo).map(({ slug }) => slug),
);
const there = demoAgencies.filter(({ slug }) => present.has(slug));
const ingestKeys = [];
for (const agency of there.slice(0, 1)) ingestKeys.push(await ingestKeyOf(app, agency));
await app.pool.end();
console.log(
  JSON.stringify({
    hosts: [
      { name: "Operator", kind: "operator", origin: originOf(config, operatorHost(config)) },
      ...there.flatMap((agency) => [
        { name: agency.name, kind: "agency", origin: originOf(config, agencyHost(config, agency.slug)) },
        ...agency.distributors.map((one) => ({
          name: one.name,
          kind: "distributor",
          origin: originOfLogin(one),
        })),
        ...agency.resellers.map((one) => ({ name: one.name, kind: "reseller", origin: originOfLogin(one) })),
      ]),
    ],
    signIns: [
      {
        origin: originOf(config, operatorHost(config)),
        email: demoOperatorEmail,
        password: demoPassword,
        role: "operator",
      },
      ...there.flatMap((agency) => [
        {
          origin: originOf(config, agencyHost(config, agency.slug)),
          email: agency.owner.email,
          password: demoPassword,
          role: "agency owner",
        },
        ...agency.distributors.map((one) => ({
          origin: originOfLogin(one),
          email: one.email,
          password: demoPassword,
          role: "distributor owner",
        })),
        ...agency.resellers
          .filter(({ invited }) => !invited)
          .map((one) => ({
            origin: originOfLogin(one),
            email: one.email,
            password: demoPassword,
            role: one.locked ? "reseller owner, locked" : "reseller owner",
          })),
      ]),
    ],
    ingestKeys,
  }),
);

function originOfLogin({ loginDomain }: { loginDomain: string }): string {
  return originOf(config, loginHost(config, loginDomain));
}

async function setUpDemoOperator(of: App): Promise<void> {
  const token = (await inviteOperator(of, demoOperatorEmail)).split("/").at(-1) ?? "";
  const input = { token, name: "Iris Operator", password: demoPassword, confirm: demoPassword };
  await setUpOperator(await visit(of, operatorHost(config)), input);
}

/** A key's text is nowhere but where it was shown: the file of the last start, else a new key is made. */
async function ingestKeyOf(of: App, agency: DemoAgency): Promise<{ origin: string; key: string }> {
  const host = agencyHost(config, agency.slug);
  const origin = originOf(config, host);
  const known = await readFile(new URL("../../../../.tenantry/demo.json", import.meta.url), "utf8").catch(
    () => "{}",
  );
  const key = (JSON.parse(known).ingestKeys ?? [])[0]?.key;
  if (key && !fresh) return { origin, key };
  const signedIn = await signIn(await visit(of, host), {
    email: agency.owner.email,
    password: demoPassword,
  });
  if ("pending" in signedIn)
    throw new Error("The demo's owner has a second step, so no new key can be made here");
  const made = await createApiKey(await visit(of, host, signedIn.token), {
    name: "Demo traffic",
    scopes: ["usage:ingest"],
  });
  return { origin, key: made.key };
}
