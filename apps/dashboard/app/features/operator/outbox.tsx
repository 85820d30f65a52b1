import { listMails } from "@tenantry/core/operators/mails";
import { operatorOnly } from "../../request/gate.server.ts";
import { listAddressWith } from "../../request/list-address.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/outbox";
import { mailStates, pagingOf, readOutboxAddress, viewOf } from "./list-address.server.ts";
import { mailRow } from "./mail-row.server.ts";
import { Outbox } from "./outbox-screen.tsx";

const path = "/outbox";
const perPage = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const { address, question } = readOutboxAddress(request);
  const { mails, ...ends } = await load(listMails(ctx, { ...question, limit: perPage }), request);
  return {
    mails: mails.map((mail) => mailRow(mail, ctx.app.config.demo)),
    sentIs: ctx.app.config.demo ? ("outbox" as const) : ("sent" as const),
    view: viewOf(path, address, "state", mailStates),
    made: {
      to: listAddressWith(path, address, { sort: address.sort === "made" ? undefined : "made" }),
      now: address.sort === "made" ? ("ascending" as const) : ("descending" as const),
    },
    paging: pagingOf(path, address, perPage, ends),
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <Outbox {...loaderData} />;
}
