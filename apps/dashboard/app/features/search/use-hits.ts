import { useEffect, useState } from "react";
import type { HitGroup, HitsAnswer } from "./types.ts";

const PAUSE_MS = 150;

/**
 * Asks a moment after the last key. Until the answer comes there is nothing to choose: Enter must not open what was
 * found for other words. Where none comes, the search as a page is what is left, and says why.
 */
export function useHits(query: string): { groups: HitGroup[]; waiting: boolean } {
  const [answer, setAnswer] = useState<HitsAnswer>({ query: "", groups: [] });
  useEffect(() => {
    if (query === "") return;
    const asked = new AbortController();
    const giveUp = () => {
      if (!asked.signal.aborted) setAnswer({ query, groups: [] });
    };
    const timer = setTimeout(() => ask(query, asked.signal).then(setAnswer, giveUp), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      asked.abort();
    };
  }, [query]);
  if (query === "") return { groups: [], waiting: false };
  const waiting = answer.query !== query;
  return { groups: waiting ? [] : answer.groups, waiting };
}

/** Not by the router: its failure would be the page's. Who gets no answer can still send the search as a page. */
async function ask(query: string, signal: AbortSignal): Promise<HitsAnswer> {
  const response = await fetch(`/search/hits?q=${encodeURIComponent(query)}`, { signal, redirect: "error" });
  if (!response.ok) throw new Error(`${response.status}`);
  return { ...(await response.json()), query };
}
