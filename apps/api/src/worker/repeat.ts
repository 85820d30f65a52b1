import type { Log } from "@tenantry/core/kernel/ctx";

/** Work that goes round until it is stopped. */
export interface Round {
  /** Ends after the turn that is running. */
  stop(): Promise<void>;
}

/** Runs `work` again and again, `pauseMs` after it last ended. A failure is logged and the next turn tries again. */
export function repeat(log: Log, name: string, pauseMs: number, work: () => Promise<unknown>): Round {
  let stopped = false;
  let wake = () => {};
  const going = (async () => {
    while (!stopped) {
      await work().catch((err: unknown) => log.warn({ err }, `${name} failed; trying again`));
      if (stopped) return;
      await new Promise<void>((resolve) => {
        wake = resolve;
        setTimeout(resolve, pauseMs);
      });
    }
  })();
  return {
    stop() {
      stopped = true;
      wake();
      return going;
    },
  };
}
