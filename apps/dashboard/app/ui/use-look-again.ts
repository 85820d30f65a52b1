import { useEffect } from "react";
import { useRevalidator } from "react-router";

const everyMs = 1_000;

/** Reads the page's data again every second for as long as something on it is under way. */
export function useLookAgain(underWay: boolean): void {
  const { revalidate, state } = useRevalidator();
  useEffect(() => {
    if (!underWay || state !== "idle") return;
    const timer = setTimeout(revalidate, everyMs);
    return () => clearTimeout(timer);
  }, [underWay, state, revalidate]);
}
