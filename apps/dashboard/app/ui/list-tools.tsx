import { Download } from "lucide-react";
import { Form } from "react-router";
import { Button } from "./button.tsx";
import { type Filter, FilterChip } from "./filter-chip.tsx";
import { Icon } from "./icon.tsx";
import { SearchBox } from "./search-box.tsx";

interface ListToolsProps {
  /** The list without search and filters. */
  path: string;
  query: string;
  /** Everything else of the address that a search must keep. */
  keep: Record<string, string | undefined>;
  filters: Filter[];
  /** The same rows as a file. */
  exportTo: string;
  words: { search: string; hint: string; go: string; csv: string };
}

/** Over a list: search, filters, and the same as a file. */
export function ListTools({ path, query, keep, filters, exportTo, words }: ListToolsProps) {
  return (
    <div className="tools">
      <Form method="get" action={path} role="search">
        {Object.entries(keep).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        <SearchBox name="q" value={query} label={words.search} placeholder={words.hint} />
        <noscript>
          <Button type="submit">{words.go}</Button>
        </noscript>
      </Form>
      <div className="row scroll">
        {filters.map((filter) => (
          <FilterChip key={filter.label} filter={filter} />
        ))}
      </div>
      <a className="btn sp" href={exportTo} download>
        <Icon of={Download} />
        {words.csv}
      </a>
    </div>
  );
}
