import type { FlatNamespace, i18n, TFunction } from "i18next";
import { createContext, type ReactNode, useContext } from "react";

const Words = createContext<i18n | undefined>(undefined);

export function WordsProvider({ words, children }: { words: i18n; children: ReactNode }) {
  return <Words value={words}>{children}</Words>;
}

type Files = FlatNamespace | readonly [FlatNamespace, ...FlatNamespace[]];

/** What says the words of the given files, by locale; it holds nothing of a component or a request. */
const sayers = new WeakMap<i18n, Map<string, TFunction<never>>>();

/**
 * The words of one file, or of several, where a key without a file's name is of the first. Made once per locale: a page
 * of rows asks a thousand times (docs/decisions/022-words-without-react-i18next.md).
 */
export function useWords<const N extends Files = "common">(files?: N): { t: TFunction<N>; words: i18n } {
  const words = useContext(Words);
  if (!words) throw new Error("Words are asked for outside of their provider");
  const known = sayers.get(words) ?? new Map<string, TFunction<never>>();
  sayers.set(words, known);
  const key = String(files ?? "common");
  const t = known.get(key) ?? (words.getFixedT(null, (files ?? "common") as never) as TFunction<never>);
  known.set(key, t);
  return { t: t as unknown as TFunction<N>, words };
}
