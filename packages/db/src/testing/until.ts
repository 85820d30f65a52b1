import { setTimeout as sleep } from "node:timers/promises";

/** Waits for a state, asking every few milliseconds. Throws when it does not come within `seconds`. */
export async function until<T>(ask: () => Promise<T | undefined | false>, seconds = 10): Promise<T> {
  const deadline = performance.now() + seconds * 1_000;
  for (;;) {
    const found = await ask();
    if (found) return found;
    if (performance.now() > deadline) throw new Error(`Waited ${seconds} s in vain for ${ask}`);
    await sleep(10);
  }
}

/** Settles like `promise`, and rejects when that takes longer: a hang is a failure, not a timeout of the suite. */
export function bounded<T>(promise: Promise<T>, seconds: number, what: string): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error(`${what} hangs`)), seconds * 1_000);
  });
  return Promise.race([promise, late]).finally(() => clearTimeout(timer));
}
