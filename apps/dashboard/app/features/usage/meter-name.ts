import { useWords } from "../../words/use-words.tsx";
import type { english } from "../../words/words.ts";

type Known = keyof (typeof english)["usage"]["meter"];

/** The word for a meter; a meter that an integrator added has only its key. */
export function useMeterName(): (meter: string, length?: "meter" | "short") => string {
  const { t, words } = useWords("usage");
  return (meter, length = "meter") => {
    const known = words.exists(`usage:${length}.${meter}`);
    return known ? t(`${length}.${meter as Known}`) : meter.replaceAll("_", " ");
  };
}
