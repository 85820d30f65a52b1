import type { Ctx } from "@tenantry/core/kernel/ctx";
import { usageDays, usageDaysCsv } from "@tenantry/core/usage/index";
import { load } from "../../request/verbs.server.ts";
import { wordsFor } from "../../request/words.server.ts";

/** Usage by day and meter as a file, for the days the address names or the month so far. */
export async function usageFile(
  request: Request,
  ctx: Ctx,
  of: { accountId?: string; beneath?: boolean } = {},
): Promise<Response> {
  const t = wordsFor(request, ctx);
  const params = new URL(request.url).searchParams;
  const between = { from: params.get("from") ?? undefined, to: params.get("to") ?? undefined };
  const usage = await load(usageDays(ctx, { ...of, ...between }));
  const csv = usageDaysCsv(usage, {
    day: t("usage:day"),
    meter: t("usage:meterColumn"),
    quantity: t("usage:quantity"),
    nameOf: (meter) => t(`usage:meter.${meter}`, { defaultValue: meter }),
  });
  return new Response(csv, {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="usage-${usage.from}-${usage.to}.csv"`,
    },
  });
}
