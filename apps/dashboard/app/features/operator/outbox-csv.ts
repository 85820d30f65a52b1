import "../../words/operator.ts";
import { listMails } from "@tenantry/core/operators/mails";
import { csvFile } from "../../request/csv-file.server.ts";
import { operatorOnly } from "../../request/gate.server.ts";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";
import type { Route } from "./+types/outbox-csv";
import { readOutboxAddress } from "./list-address.server.ts";
import { mailRow } from "./mail-row.server.ts";

/** The mails of the address's search and filter, all pages; their texts stay here. */
export function loader({ request, context }: Route.LoaderArgs) {
  const { ctx } = operatorOnly(context, request);
  const { question } = readOutboxAddress(request);
  const t = wordsFor(request, ctx);
  const columns = ["subject", "to", "from", "made", "state"] as const;
  const head = columns.map((column) => t(`operator:outbox.column.${column}`));
  return csvFile("outbox", head, async (cursor) => {
    const { mails, next } = await load(listMails(ctx, { ...question, cursor, limit: 100 }));
    const rows = mails.map((mail) => {
      const { subject, to, from, createdAt, state } = mailRow(mail, ctx.app.config.demo);
      return [subject, to, from, createdAt, t(`resellers:mail.${state}`)];
    });
    return { rows, next };
  });
}
