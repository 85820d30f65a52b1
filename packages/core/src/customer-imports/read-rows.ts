import type { RowProblem } from "@tenantry/db/schema";
import type { FileRow } from "../imports/carry-out.ts";
import { givenIn } from "../imports/row-values.ts";
import type { Run } from "../kernel/verb.ts";
import { type Partner, readPartners } from "./read-partners.ts";
import { customerFields, type ImportField, importFields } from "./schemas.ts";

type Stored = Pick<FileRow, "line" | "cells" | "state">;
type Given = Partial<Record<ImportField, string>>;

/** A row as the file has it, together with what other rows say of its customer. */
export interface CompanyRow extends Stored {
  given: Given;
  /** The first line that names the customer; rows of one customer have the same. */
  company: number;
  parent: { id: string; name: string };
  /** What is wrong with it as one row among others. */
  problems: RowProblem[];
}

/** Which column is which field, and one value for where a row gives none. */
export interface Mapping {
  columns: Partial<Record<ImportField, number>>;
  defaults: Partial<Record<ImportField, string>>;
}

/** Reads every row of a file, those of one customer one after the other. */
export async function readRows(
  run: Run,
  { columns, defaults }: Mapping,
  stored: Stored[],
): Promise<CompanyRow[]> {
  const read = stored.map((row) => ({
    ...row,
    given: givenIn(importFields, row.cells, { columns, defaults: {} }),
  }));
  const partnerOf = ({ given }: { given: Given }) => given.partner ?? defaults.partner;
  const partners = await readPartners(
    run,
    read.flatMap((row) => partnerOf(row) ?? []),
  );
  const { scope, tenant } = run.ctx;
  const own = { id: scope.account, name: tenant.name };
  return joinCompanies(
    read.map((row) => ({ ...row, ...parentOf(partnerOf(row), partners, own) })),
    defaults,
  );
}

function parentOf(
  named: string | undefined,
  partners: Map<string, Partner>,
  own: { id: string; name: string },
) {
  if (!named) return { parent: own, problems: [] };
  const key = named.toLowerCase();
  const parent = partners.get(key);
  if (parent) return { parent, problems: [] };
  const code = partners.has(key) ? "partner_ambiguous" : "partner_unknown";
  // It stands apart from rows of others, and is created for nobody.
  return { parent: { id: key, name: named }, problems: [{ pointer: "/partner", code }] };
}

type Alone = Omit<CompanyRow, "company">;

/**
 * Puts the rows of one customer together: each has what any of them says of it, so that it is the same whichever is created first.
 * Pure.
 */
export function joinCompanies(rows: Alone[], defaults: Given): CompanyRow[] {
  const companies = new Map<string, Alone[]>();
  for (const row of rows) {
    const { parent, given, line } = row;
    const key = given.name ? `${parent.id} ${given.name.toLowerCase()}` : String(line);
    const before = companies.get(key);
    if (before) before.push(row);
    else companies.set(key, [row]);
  }
  const ids = new Map<string, number>();
  return [...companies.values()].flatMap((all) => {
    const company = all[0]!.line;
    const said = new Map<ImportField, { value: string; line: number }>();
    for (const { given, line } of all)
      for (const field of customerFields) {
        const value = given[field];
        if (value && !said.has(field)) said.set(field, { value, line });
      }
    const merged: Given = {
      ...defaults,
      ...Object.fromEntries([...said].map(([field, { value }]) => [field, value])),
    };
    const id = said.get("externalId");
    const idKey = `${all[0]!.parent.id} ${id?.value}`;
    const before = id && ids.get(idKey);
    if (id && !before) ids.set(idKey, id.line);
    return all.map((row) => {
      const differs = customerFields.filter(
        (field) => row.given[field] && row.given[field] !== said.get(field)!.value,
      );
      const problems = [
        ...row.problems,
        ...differs.map((field) => lineProblem(field, "line_differs", said.get(field)!.line)),
        ...(before ? [lineProblem("externalId", "line_before", before)] : []),
        ...(row.line !== company && !row.given.plan ? [lineProblem("name", "line_repeats", company)] : []),
      ];
      return { ...row, company, given: { ...row.given, ...merged, name: all[0]!.given.name }, problems };
    });
  });
}

function lineProblem(field: ImportField, code: string, line: number): RowProblem {
  return { pointer: `/${field}`, code, params: { line } };
}
