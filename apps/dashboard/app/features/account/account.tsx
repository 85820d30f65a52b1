import { may } from "@tenantry/core/kernel/authorize";
import { readTogether } from "@tenantry/core/kernel/together";
import { listOwnInvoices } from "@tenantry/core/own-account/list-invoices";
import { readOwnAccount } from "@tenantry/core/own-account/read";
import { listTransfers } from "@tenantry/core/transfers/list";
import { requireVerb, signedIn } from "../../request/gate.server.ts";
import { readListAddress } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import { pagingOf } from "../operator/list-address.server.ts";
import type { Route } from "./+types/account";
import { OwnAccount } from "./account-screen.tsx";

const perPage = 25;

/** What a customer's own people see: their company, what it has bought and, for its owner, what it owes. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = signedIn(context, request, "agency", "reseller");
  requireVerb(ctx, "own-account.read");
  const address = readListAddress(request, {});
  const { account, page, moves } = await load(
    readTogether(ctx, async (ask) => ({
      account: await ask(readOwnAccount, {}),
      page: may(ctx.actor, "own-account.list-invoices")
        ? await ask(listOwnInvoices, { cursor: address.cursor, limit: perPage })
        : undefined,
      moves: may(ctx.actor, "transfer.list") ? (await ask(listTransfers, { limit: 1 })).transfers : [],
    })),
    request,
  );
  const { country } = account;
  const now = ctx.now.toISOString();
  return {
    account: {
      ...account,
      country: country && (new Intl.DisplayNames(["en"], { type: "region" }).of(country) ?? country),
    },
    // The newest is the one that is open, if any is.
    moveTo: moves[0]?.state === "requested" ? `/transfers/${moves[0].id}` : undefined,
    invoices: page && {
      rows: page.invoices.map((row) => ({
        ...row,
        overdue: row.state === "open" && row.dueAt <= now && !row.comingSince,
      })),
      paging: pagingOf("/account", address, perPage, page),
      paged: address.cursor !== undefined || page.next !== null,
    },
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <OwnAccount {...loaderData} />;
}
