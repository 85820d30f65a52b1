import { useEffect, useState } from "react";

/**
 * What was looked at, as long as the fields still say what it was reckoned from: once one is changed it is gone, so that nothing but what is
 * seen can be ordered. `changed` goes to the form that asks.
 */
export function useShown<T>(preview: T | undefined): { shown: T | undefined; changed: () => void } {
  const [isStale, setStale] = useState(false);
  // Another answer is another object.
  // biome-ignore lint/correctness/useExhaustiveDependencies: the answer itself is what it waits for.
  useEffect(() => setStale(false), [preview]);
  return { shown: isStale ? undefined : preview, changed: () => setStale(true) };
}
