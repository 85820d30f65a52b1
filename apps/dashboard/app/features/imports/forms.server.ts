import { mostText } from "@tenantry/core/imports/schemas";
import { fieldsOf } from "../../request/verbs.server.ts";

/** The file of a form, as the verb takes it in. */
export async function fileIn(form: FormData, nameless: string) {
  const file = form.get("csv");
  const given = file instanceof File && file.size > 0 ? file : undefined;
  return {
    fileName: given?.name.slice(0, 200) || nameless,
    // A file beyond the limit is refused by its length; the rest of it need not be read for that.
    csv: (await given?.slice(0, 4 * mostText).text()) ?? "",
  };
}

/** The columns and the values for all of a form, as the verb takes them. */
export function mappingIn<F extends string, D extends string>(
  form: FormData,
  fields: readonly F[],
  defaulted: readonly D[],
): { columns: Partial<Record<F, number>>; defaults: Partial<Record<D, string>> } {
  const places = fieldsOf(form, ...fields);
  const names = fieldsOf(form, ...defaulted.map((field) => `${field}Default`));
  const columns: Partial<Record<F, number>> = {};
  for (const field of fields) if (places[field] !== undefined) columns[field] = Number(places[field]);
  const defaults: Partial<Record<D, string>> = {};
  for (const field of defaulted) {
    const value = names[`${field}Default`];
    if (value !== undefined) defaults[field] = value;
  }
  return { columns, defaults };
}
