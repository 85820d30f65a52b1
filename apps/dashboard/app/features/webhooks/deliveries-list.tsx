import "../../words/webhooks.ts";
import { RotateCw } from "lucide-react";
import { useLocation, useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { DeliveriesToolbar, type DeliveriesView } from "./deliveries-toolbar.tsx";
import { useDeliveryColumns } from "./delivery-columns.tsx";
import type { DeliveryCounts, DeliveryRow, WebhookRow } from "./types.ts";

export interface DeliveriesListProps {
  webhook: Pick<WebhookRow, "id" | "state">;
  counts: DeliveryCounts;
  rights: { replayFailed: boolean };
  deliveries: DeliveryRow[];
  view: DeliveriesView;
  created: ColumnLook["sort"];
  paging: PagingLinks;
}

/** What was and is to be sent to an endpoint. */
export function DeliveriesList(props: DeliveriesListProps) {
  const { webhook, counts, rights, deliveries, view, created, paging } = props;
  const { t } = useWords("webhooks");
  const { columns, looks } = useDeliveryColumns(created);
  const { state, location } = useNavigation();
  const { search } = useLocation();
  const narrowed = view.filters.some(({ applied }) => applied);
  const replay = rights.replayFailed && webhook.state === "enabled" && counts.replayable > 0 && (
    <ButtonLink to={`/settings/webhooks/${webhook.id}/replay-failed${search}`} icon={RotateCw}>
      {t("replay.open", { count: counts.replayable })}
    </ButtonLink>
  );
  return (
    <section aria-labelledby="deliveries">
      <h2 id="deliveries">{t("delivery.title")}</h2>
      <p className="help gap-bottom">{t("delivery.counts", { ...counts, count: counts.pending })}</p>
      {(deliveries.length > 0 || narrowed) && <DeliveriesToolbar view={view} actions={replay} />}
      {deliveries.length > 0 ? (
        <>
          <DataTable
            columns={columns}
            looks={looks}
            rows={deliveries}
            rowId={(row) => row.id}
            caption={t("delivery.title")}
            busy={state === "loading" && location.pathname === view.clearTo}
          />
          <Paging {...paging} />
        </>
      ) : narrowed ? (
        <Empty
          kind="no-match"
          title={t("delivery.noMatch.title")}
          about={t("delivery.noMatch.about")}
          action={<ButtonLink to={view.clearTo}>{t("delivery.noMatch.clear")}</ButtonLink>}
        />
      ) : (
        <Empty kind="nothing-yet" title={t("delivery.empty.title")} about={t("delivery.empty.about")} />
      )}
    </section>
  );
}
