/** The part of JSON Schema that the API's description uses. */
export interface Schema {
  type?: string | string[];
  enum?: unknown[];
  const?: unknown;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  items?: Schema;
  anyOf?: Schema[];
  oneOf?: Schema[];
  allOf?: Schema[];
}

/** What is wrong with a value, as sentences with their place; a field nobody described is wrong too. */
export function mismatches(value: unknown, schema: Schema, at = ""): string[] {
  const choices = schema.anyOf ?? schema.oneOf;
  if (choices) {
    const tried = choices.map((choice) => mismatches(value, choice, at));
    return tried.some((wrong) => wrong.length === 0) ? [] : tried.flat();
  }
  const parts = (schema.allOf ?? []).flatMap((part) => mismatches(value, part, at));
  if ("const" in schema && schema.const !== value) parts.push(`${at} is not ${schema.const}`);
  if (schema.enum && !schema.enum.includes(value))
    parts.push(`${at} is ${JSON.stringify(value)}, none of the words`);
  const types = [schema.type ?? []].flat();
  const type = typeOf(value);
  if (types.length > 0 && !types.includes(type) && !(type === "integer" && types.includes("number"))) {
    return [...parts, `${at} is ${type}, not ${types.join(" or ")}`];
  }
  if (Array.isArray(value))
    return [...parts, ...value.flatMap((one, i) => mismatches(one, schema.items ?? {}, `${at}/${i}`))];
  if (type !== "object" || !schema.properties) return parts;
  const object = value as Record<string, unknown>;
  const missing = (schema.required ?? [])
    .filter((name) => !(name in object))
    .map((name) => `${at}/${name} is missing`);
  const inner = Object.entries(object).flatMap(([name, one]) => {
    const known = schema.properties?.[name];
    return known ? mismatches(one, known, `${at}/${name}`) : [`${at}/${name} is not described`];
  });
  return [...parts, ...missing, ...inner];
}

function typeOf(value: unknown): string {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  if (typeof value === "number") return Number.isInteger(value) ? "integer" : "number";
  return typeof value;
}
