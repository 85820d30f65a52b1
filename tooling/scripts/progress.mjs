const began = Number(process.env.TENANTRY_BEGAN ?? performance.timeOrigin);

// A process we start counts on from here, so that the seconds a person sees never jump back.
process.env.TENANTRY_BEGAN = String(began);

/** Seconds since the command began. */
export function elapsed() {
  return (Date.now() - began) / 1000;
}

/** One line for people who wait: the seconds passed, then what happens now. */
export function step(text) {
  console.log(`[${elapsed().toFixed(1).padStart(5)} s] ${text}`);
}

/** Ends the process with a sentence instead of a stack. */
export function giveUp(sentence) {
  console.error(`\n${sentence}`);
  process.exit(1);
}
