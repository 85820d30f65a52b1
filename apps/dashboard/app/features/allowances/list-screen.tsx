import clsx from "clsx";
import { Link, useNavigation } from "react-router";
import { ButtonLink } from "../../ui/button.tsx";
import { Empty } from "../../ui/empty.tsx";
import type { FormState } from "../../ui/form.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { Paging, type PagingLinks } from "../../ui/paging.tsx";
import { type ColumnLook, DataTable } from "../../ui/table.tsx";
import { useWords } from "../../words/use-words.tsx";
import { isNarrowed, ListToolbar, type ListView } from "../operator/list-toolbar.tsx";
import { useMeterName } from "../usage/meter-name.ts";
import { useAllowanceColumns } from "./columns.tsx";
import { PoolCard } from "./pool-card.tsx";
import { RatioForm } from "./ratio-form.tsx";
import type { AllowanceRow, Mode, Pool } from "./types.ts";

export interface AllowancesProps {
  ofAgency: boolean;
  /** Whose children are shown where they are not the reader's own. */
  of?: string;
  kind: "distributor" | "reseller" | "customer";
  pool: Pool;
  meters: { meter: string; to: string }[];
  rows: AllowanceRow[];
  view: ListView;
  sort: ColumnLook["sort"];
  paging: PagingLinks;
  mayGive: boolean;
  mayChange: boolean;
  state?: FormState;
}

/** One meter: what there is, and who below has been given what of it. */
export function Allowances(props: AllowancesProps) {
  const { ofAgency, of, kind, pool, meters, rows, view, sort, paging, mayGive, mayChange, state } = props;
  const { t } = useWords("allowances");
  const name = useMeterName();
  const { state: going, location } = useNavigation();
  const { columns, looks } = useAllowanceColumns({ meter: pool.meter, kind, sort, mayGive: mayChange });
  const narrowed = isNarrowed(view);
  const toCustomers = kind === "customer";
  const about = of ? "ofAbout" : toCustomers ? "aboutOwn" : "about";
  const crumbs = of ? [{ words: t("title"), to: "/allowances" }] : undefined;
  return (
    <>
      <PageHeader title={of ? t("ofTitle", { name: of }) : t("title")} crumbs={crumbs} />
      <main className="body" id="main">
        <p className="help gap-bottom">{t(about)}</p>
        <nav className="row scroll gap-bottom" aria-label={t("meters")}>
          {meters.map(({ meter, to }) => (
            <Link
              key={meter}
              to={to}
              className={clsx("chip", meter === pool.meter && "set")}
              aria-current={meter === pool.meter ? "page" : undefined}
            >
              {name(meter)}
            </Link>
          ))}
        </nav>
        <PoolCard pool={pool} />
        {(rows.length > 0 || narrowed) && (
          <ListToolbar
            view={view}
            search={{ label: t("search"), placeholder: t("search") }}
            filter={{ label: t("filter"), words: (value) => t(`mode.${value as Mode | "none"}`) }}
          />
        )}
        {rows.length > 0 ? (
          <>
            <DataTable
              columns={columns}
              looks={looks}
              rows={rows}
              rowId={(row) => row.accountId}
              caption={t("caption")}
              busy={going === "loading" && location.pathname === view.clearTo}
            />
            <Paging {...paging} />
          </>
        ) : narrowed ? (
          <Empty
            kind="no-match"
            title={t("noMatch.title")}
            about={t("noMatch.about")}
            action={<ButtonLink to={view.clearTo}>{t("noMatch.clear")}</ButtonLink>}
          />
        ) : (
          <Empty
            kind="nothing-yet"
            title={t("empty.title")}
            about={t(toCustomers ? "empty.aboutOwn" : "empty.about")}
          />
        )}
        {mayGive && <RatioForm pool={pool} ofAgency={ofAgency} state={state} />}
      </main>
    </>
  );
}
