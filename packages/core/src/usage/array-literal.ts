const special = /["\\]/;

/**
 * A list as PostgreSQL reads it (`{"a","b",NULL}`), for parameters cast to an array type. The driver's own way costs a
 * batch of 1,000 events more time than their insert does.
 */
export function arrayLiteral(values: readonly (string | number | null | undefined)[]): string {
  let text = "{";
  for (let n = 0; n < values.length; n++) {
    const value = values[n];
    if (n > 0) text += ",";
    if (value === null || value === undefined) text += "NULL";
    else if (typeof value === "number") text += value;
    else if (special.test(value)) text += `"${value.replace(/["\\]/g, "\\$&")}"`;
    else text += `"${value}"`;
  }
  return `${text}}`;
}
