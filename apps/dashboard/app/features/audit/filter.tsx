import { Form } from "react-router";
import { Button, ButtonLink } from "../../ui/button.tsx";
import { SearchBox } from "../../ui/search-box.tsx";
import { useWords } from "../../words/use-words.tsx";

export interface AuditFilterProps {
  filter: { q: string; action: string; from: string; to: string };
  /** Actions to choose from. */
  actions: readonly string[];
  /** The log without a filter. */
  path: string;
  /** The log of the resellers beneath the account. */
  beneath: boolean;
}

/** Sent as the address, so that it works without a script and can be passed on. */
export function AuditFilter({ filter, actions, path, beneath }: AuditFilterProps) {
  const { t } = useWords("audit");
  const narrowed = Object.values(filter).some((value) => value !== "");
  return (
    <div className="tools">
      <Form method="get" action="/settings/audit" role="search" className="filters">
        {beneath && <input type="hidden" name="beneath" value="true" />}
        <SearchBox
          name="q"
          value={filter.q}
          label={t("filter.search")}
          placeholder={t("filter.searchHint")}
        />
        <select
          key={`action ${filter.action}`}
          className="in"
          name="action"
          aria-label={t("filter.action")}
          defaultValue={filter.action}
        >
          <option value="">{t("filter.anyAction")}</option>
          {actions.map((action) => (
            <option key={action} value={action} translate="no">
              {action}
            </option>
          ))}
        </select>
        {(["from", "to"] as const).map((name) => (
          <input
            key={`${name} ${filter[name]}`}
            className="in"
            type="date"
            name={name}
            aria-label={t(`filter.${name}`)}
            defaultValue={filter[name]}
          />
        ))}
        <Button type="submit">{t("filter.apply")}</Button>
        {narrowed && (
          <ButtonLink to={path} kind="ghost">
            {t("filter.clear")}
          </ButtonLink>
        )}
      </Form>
    </div>
  );
}
