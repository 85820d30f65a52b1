import { useSyncExternalStore } from "react";

const never = () => () => {};

/** False in the server's HTML: what only a script can do is not offered before there is one. */
export function useHydrated(): boolean {
  return useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
}
