import { readAllowances } from "@tenantry/core/allowances/read";
import { readRate } from "@tenantry/core/commissions/read-rate";
import { may } from "@tenantry/core/kernel/authorize";
import { type Ask, readTogether } from "@tenantry/core/kernel/together";
import { readLegalEntity } from "@tenantry/core/legal-entities/read";
import { readReseller } from "@tenantry/core/resellers/read";
import { usageDays } from "@tenantry/core/usage/index";
import { data } from "react-router";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { contactOf, headOf } from "../resellers/facts.server.ts";
import { chartOf, monthLeft, usesOf } from "../usage/facts.server.ts";
import type { Route } from "./+types/company";
import { Company } from "./company-screen.tsx";

/** A partner's own company, whole (D-09). An agency is its own installation's, and has its settings. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  if (tenant.kind !== "reseller") throw data(null, { status: 404 });
  requireVerb(ctx, "reseller.read");
  const { reseller, usage, allowances, ...rest } = await load(
    readTogether(ctx, async (ask) => ({
      reseller: await ask(readReseller, { id: tenant.accountId }),
      usage: await ask(usageDays, {}),
      allowances: await ask(readAllowances, {}),
      paper: may(ctx.actor, "legal-entity.read") ? await readPaper(ask) : undefined,
      rate: may(ctx.actor, "commission-rate.read") ? await readOwnRate(ask, tenant.accountId) : undefined,
    })),
  );
  const head = headOf(reseller);
  const { end, daysLeft } = monthLeft(usage.to);
  return {
    ...rest,
    company: { ...head, code: reseller.code },
    contact: contactOf(reseller),
    uses: usesOf(usage, head.plan, daysLeft, allowances.meters),
    usage: chartOf(usage, end, "/usage.csv"),
    mayChangePaper: may(ctx.actor, "legal-entity.update"),
  };
}

async function readPaper(ask: Ask) {
  const { name, address, country, taxId } = await ask(readLegalEntity, {});
  const named = country && (new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country);
  return { name, address, country: named, taxId };
}

/** Undefined where no commission is earned. */
async function readOwnRate(ask: Ask, id: string) {
  const { applies, counting } = await ask(readRate, { subject: "reseller", id });
  return applies ? { rateBps: counting?.rateBps ?? null } : undefined;
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <Company {...loaderData} />;
}
