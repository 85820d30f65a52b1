import { useWords } from "../words/use-words.tsx";
import { Button, ButtonLink } from "./button.tsx";

export interface PagingLinks {
  previous?: string;
  next?: string;
  perPage: number;
}

/** No page numbers and no total: the list is read by key, which stays fast and right while rows come and go. */
export function Paging({ previous, next, perPage }: PagingLinks) {
  const { t } = useWords();
  return (
    <nav className="page" aria-label={t("pages.label")}>
      <span className="muted small">{t("pages.perPage", { count: perPage })}</span>
      {previous ? (
        <ButtonLink to={previous}>{t("pages.previous")}</ButtonLink>
      ) : (
        <Button disabled>{t("pages.previous")}</Button>
      )}
      {next ? (
        <ButtonLink to={next}>{t("pages.next")}</ButtonLink>
      ) : (
        <Button disabled>{t("pages.next")}</Button>
      )}
    </nav>
  );
}
