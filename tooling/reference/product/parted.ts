import { isDeepStrictEqual } from "node:util";
import type { Seen } from "./seen.ts";

/** Where the product says something else than the model: what it is, and what each says. */
export function parted(product: Seen, model: Seen): string[] {
  return (Object.keys(model) as (keyof Seen)[]).flatMap((what) => {
    const is: Map<string, unknown> = product[what];
    const should: Map<string, unknown> = model[what];
    return [...new Set([...is.keys(), ...should.keys()])]
      .filter((key) => !isDeepStrictEqual(is.get(key), should.get(key)))
      .map(
        (key) =>
          `${what}: ${key}\n  the product: ${told(is.get(key))}\n  the model:   ${told(should.get(key))}`,
      );
  });
}

/** Plain data in one line. */
export function told(value: unknown): string {
  return (
    JSON.stringify(value, (_key, one) => (typeof one === "bigint" ? `${one}` : one)) ?? "nothing of the kind"
  );
}
