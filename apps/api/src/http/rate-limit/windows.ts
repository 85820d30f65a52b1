/** One quota a request counts against: `of` says whose. */
export interface Partition {
  /** The policy's name as it is advertised. */
  policy: string;
  of: string;
  quota: number;
}

export interface Taken {
  partition: Partition;
  remaining: number;
  /** Whole seconds until the quota is whole again, 1 at least. */
  resetSeconds: number;
}

interface Window {
  used: number;
  endsMs: number;
}

/** Most windows kept; past it the oldest goes, however many ask from however many addresses. */
const mostKept = 50_000;

/**
 * Fixed windows in this process: a window begins with the first request and lasts `windowSeconds`. `clockMs` must not
 * run backwards. Keeps counts only, under ids; nothing of a request.
 */
export function makeWindows(windowSeconds: number, clockMs: () => number) {
  const windows = new Map<string, Window>();
  const open = (partition: Partition, now: number): Window => {
    const name = `${partition.policy} ${partition.of}`;
    const known = windows.get(name);
    if (known && known.endsMs > now) return known;
    // A map keeps the order of insertion, and all windows are as long: the first is the next to end.
    windows.delete(name);
    for (const [first, { endsMs }] of windows) {
      if (endsMs > now && windows.size < mostKept) break;
      windows.delete(first);
    }
    const fresh = { used: 0, endsMs: now + windowSeconds * 1_000 };
    windows.set(name, fresh);
    return fresh;
  };
  /** Counts one request against all of the partitions, or against none when one of them is spent. */
  return (partitions: Partition[]): { allowed: boolean; taken: Taken[] } => {
    const now = clockMs();
    const opened = partitions.map((partition) => ({ partition, window: open(partition, now) }));
    const allowed = opened.every(({ partition, window }) => window.used < partition.quota);
    const taken = opened.map(({ partition, window }) => {
      if (allowed) window.used += 1;
      return {
        partition,
        remaining: Math.max(0, partition.quota - window.used),
        resetSeconds: Math.max(1, Math.ceil((window.endsMs - now) / 1_000)),
      };
    });
    return { allowed, taken };
  };
}
