import { listMails } from "@tenantry/core/operators/mails";
import { operatorOnly } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/outbox";
import { mailRow } from "./mail-row.server.ts";
import { Outbox } from "./outbox-screen.tsx";

const perPage = 50;

export async function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const cursor = new URL(request.url).searchParams.get("cursor") ?? undefined;
  const { mails, next } = await load(listMails(ctx, { cursor, limit: perPage }));
  return {
    mails: mails.map((mail) => mailRow(mail, ctx.app.config.demo)),
    paging: {
      perPage,
      next: next ? `/outbox?cursor=${encodeURIComponent(next)}` : undefined,
      previous: cursor ? "/outbox" : undefined,
    },
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <Outbox {...loaderData} />;
}
