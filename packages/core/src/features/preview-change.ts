import { listPage } from "../kernel/list-page.ts";
import type { Run } from "../kernel/verb.ts";
import { accountsAt, changing, countChange, type Judged } from "./accounts-sql.ts";
import { kindsSoldTo } from "./releaser.ts";
import type { accountKinds } from "./schemas.ts";

interface Asked {
  id: string;
  kind?: (typeof accountKinds)[number];
  limit: number;
  cursor?: string;
}

/** What another rule would change, in numbers and with a page of those it would touch. The change itself counts the same way. */
export async function previewChange(
  run: Run,
  verb: "feature.preview-release" | "feature.preview-withdrawal",
  judged: Judged,
  asked: Asked & { show: "gaining" | "losing" },
) {
  const numbers = await countChange(run, judged);
  const kind = asked.kind ?? kindsSoldTo(run)[0]!;
  const { rows, ...ends } = await listPage(run.ctx, verb, asked, (place, limit) =>
    accountsAt(run, judged, kind, [changing(judged, asked.show)], place, limit),
  );
  return { ...numbers, accounts: rows, ...ends };
}
