import { Form, Link } from "react-router";
import { Badge } from "../../ui/badge.tsx";
import { Button } from "../../ui/button.tsx";
import { Card } from "../../ui/card.tsx";
import { Empty } from "../../ui/empty.tsx";
import { PageHeader } from "../../ui/page-header.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { statusTones } from "../resellers/types.ts";
import type { Hit, HitGroup } from "./types.ts";

export interface SearchResultsProps {
  query: string;
  groups: HitGroup[];
}

export function SearchResults({ query, groups }: SearchResultsProps) {
  const { t } = useWords("search");
  const found = groups.filter(({ hits }) => hits.length > 0);
  return (
    <>
      <PageHeader title={t("title")} />
      <main className="body fit" id="main">
        <div className="tools">
          <Form method="get" action="/search" role="search" aria-label={t("label")}>
            <SearchBox name="q" value={query} label={t("label")} placeholder={t("hint")} />
            <noscript>
              <Button type="submit">{t("go")}</Button>
            </noscript>
          </Form>
        </div>
        {found.map((group) => (
          <Found key={group.kind} group={group} />
        ))}
        {found.length === 0 && (
          <Empty
            kind={query === "" ? "nothing-yet" : "no-match"}
            title={t(query === "" ? "nothing.title" : "noMatch.title")}
            about={t(query === "" ? "nothing.about" : "noMatch.about")}
          />
        )}
      </main>
    </>
  );
}

function Found({ group: { kind, hits, more, allTo } }: { group: HitGroup }) {
  const { t } = useWords("search");
  const format = useFormat();
  const count = more ? t("first", { number: format.number(hits.length) }) : format.number(hits.length);
  return (
    <Card
      title={t(`kind.${kind}`)}
      about={count}
      end={
        more &&
        allTo && (
          <Link className="link" to={allTo}>
            {t("all")}
          </Link>
        )
      }
    >
      <ul className="list found">
        {hits.map((hit) => (
          <Row key={hit.id} hit={hit} />
        ))}
      </ul>
    </Card>
  );
}

function Row({ hit }: { hit: Hit }) {
  const { t } = useWords(["search", "resellers"]);
  const hasPage = hit.to !== hit.seller?.to;
  return (
    <li>
      <span className="who-found" translate="no">
        {hasPage ? (
          <Link className="link" to={hit.to}>
            {hit.name}
          </Link>
        ) : (
          <b>{hit.name}</b>
        )}
        <span className="muted">
          {[hit.email, hit.mark]
            .filter((part) => part !== null)
            .map((part) => (
              <span key={part}>{part}</span>
            ))}
          <span className="mono">{hit.code}</span>
        </span>
      </span>
      <span className="sp">
        {hit.status && hit.status !== "active" && (
          <Badge tone={statusTones[hit.status]}>{t(`resellers:status.${hit.status}`)}</Badge>
        )}
        {hit.seller && (
          <Link to={hit.seller.to}>
            <span className="muted">{t("buysFrom")}</span> <span translate="no">{hit.seller.name}</span>
          </Link>
        )}
      </span>
    </li>
  );
}
