import { commandLineContext } from "@tenantry/api/cli/context";
import { seedAgency } from "@tenantry/api/cli/demo/agency";
import { demoAgencies, demoPassword } from "@tenantry/core/demo/cast";
import { demoChannels } from "@tenantry/core/demo/channels";
import { signIn } from "@tenantry/core/identity/sign-in";
import { agencyHost, loginHost } from "@tenantry/core/tenancy/origin";
import { contextFor } from "@tenantry/core/testing/context";
import type { Served } from "../journeys/support/serve-app.ts";
import { openWorker } from "../journeys/support/worker.ts";
import type { Shot } from "./take.ts";

const desk = { width: 1280, height: 800 };
const phone = { width: 360, height: 740 };

/** The README's pictures, of the demo as `npm start` makes it. */
export async function readmeShots({ app }: Served): Promise<Shot[]> {
  const worker = await openWorker(app);
  const operator = await commandLineContext(app, "screenshots");
  for (const agency of demoAgencies) await seedAgency(app, operator, agency, demoChannels);
  await worker.fold();
  await worker.stop();
  const nova = demoAgencies[0]!;
  const partner = nova.resellers.find(({ locked, invited }) => !locked && !invited)!;
  const at = async (host: string, email: string) => {
    const signedIn = await signIn(await contextFor(app, host), { email, password: demoPassword });
    if ("pending" in signedIn) throw new Error("The demo's people have no second step");
    return { host, session: signedIn.token };
  };
  const owner = await at(agencyHost(app.config, nova.slug), nova.owner.email);
  const home = await at(loginHost(app.config, partner.loginDomain), partner.email);
  return [
    { name: "resellers-light", ...owner, path: "/resellers", size: desk },
    { name: "resellers-dark", ...owner, path: "/resellers", size: desk, scheme: "dark" },
    { name: "resellers-phone", ...owner, path: "/resellers", size: phone },
    {
      name: "create-reseller-light",
      ...owner,
      path: "/resellers/new",
      size: desk,
      act: async (page) => {
        await page.getByRole("textbox", { name: "Partner Name" }).fill("Harbour & Pine");
        await page.getByRole("textbox", { name: "Partner Email" }).fill("ana at harbourpine");
        await page.getByRole("button", { name: "Create reseller" }).click();
        await page.getByRole("alert").waitFor();
        await page.evaluate(() => window.scrollTo(0, 0));
      },
    },
    { name: "reseller-home-dark", ...home, path: "/", size: desk, scheme: "dark" },
    { name: "sign-in-light", host: home.host, path: "/sign-in", size: desk },
  ];
}
