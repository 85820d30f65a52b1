import { readMail } from "@tenantry/core/operators/mails";
import { operatorOnly } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import type { Route } from "./+types/mail";
import { mailRow } from "./mail-row.server.ts";
import { MailView } from "./mail-screen.tsx";

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const mail = await load(readMail(ctx, params));
  return {
    mail: mailRow(mail, ctx.app.config.demo),
    text: mail.text ?? undefined,
    htmlUrl: mail.html ? `/outbox/${params.agencyId}/${params.id}/html` : undefined,
  };
}

export default function Page({ loaderData }: Route.ComponentProps) {
  return <MailView {...loaderData} />;
}
