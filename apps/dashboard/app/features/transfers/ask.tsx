import "../../words/transfers.ts";
import { readCustomer } from "@tenantry/core/customers/read";
import { type Ask, readTogether } from "@tenantry/core/kernel/together";
import { previewTransfer } from "@tenantry/core/transfers/preview";
import { requestTransfer } from "@tenantry/core/transfers/request";
import { aboveCustomers, requireVerb } from "../../request/gate.server.ts";
import { submitProven } from "../../request/step-up.server.ts";
import { load, redirectSaying, refused } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import { readSellers } from "../customers/list-data.server.ts";
import type { Route } from "./+types/ask";
import { AskTransfer } from "./ask-screen.tsx";

/** Whom the form or the address names: by id as an agency knows it ("agency" is itself), or by a partner's code. */
function receiverOf(given: FormData | URLSearchParams, agencyId: string) {
  const to = String(given.get("to") ?? "");
  const code = String(given.get("code") ?? "").trim();
  if (code) return { receiverCode: code };
  if (to === "agency") return { receiverId: agencyId };
  return /^[0-9a-f-]{36}$/.test(to) ? { receiverId: to } : undefined;
}

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  requireVerb(ctx, "transfer.request");
  const customerId = params.id;
  const ofAgency = tenant.kind === "agency";
  const address = new URL(request.url).searchParams;
  const receiver = receiverOf(address, tenant.agencyId);
  const { customer, sellers, outcome } = await load(
    readTogether(ctx, async (ask) => ({
      customer: await ask(readCustomer, { id: customerId }),
      sellers: ofAgency ? await choices(ask) : undefined,
      outcome: receiver ? await ask(previewTransfer, { customerId, ...receiver }) : undefined,
    })),
  );
  return {
    customer: { id: customer.id, name: customer.name },
    sellers,
    outcome,
    chosen: { to: address.get("to") ?? "", code: address.get("code") ?? "" },
  };
}

async function choices(ask: Ask) {
  const { sellers } = await readSellers(ask);
  return sellers.map(({ id, name }) => ({ value: id, label: name, isData: true }));
}

export async function action({ request, context, params }: Route.ActionArgs) {
  const { ctx, tenant } = aboveCustomers(context, request);
  const form = await request.formData();
  const receiver = receiverOf(form, tenant.agencyId);
  const outcome = await submitProven(request, ctx, form, (proven) =>
    requestTransfer(proven, { customerId: params.id, ...receiver }),
  );
  if ("state" in outcome) return refused(outcome);
  const t = wordsFor(request, ctx);
  const toast = {
    id: ctx.requestId,
    fact: t("transfers:ask.toast"),
    consequence: t("transfers:ask.toastAbout"),
  };
  return redirectSaying(ctx, `/transfers/${outcome.done.id}`, toast);
}

export default function Page({ loaderData, actionData }: Route.ComponentProps) {
  return <AskTransfer {...loaderData} state={actionData?.state} />;
}
