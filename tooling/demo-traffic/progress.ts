const width = 30;

/** A bar that redraws itself on a terminal, and a line per tenth elsewhere. Answers the function that moves it on. */
export function progressBar(total: number): (done: number) => void {
  const began = performance.now();
  let tenth = 0;
  return (done) => {
    const share = total === 0 ? 1 : done / total;
    const perSecond = Math.round(done / Math.max(0.001, (performance.now() - began) / 1_000));
    const facts = `${done.toLocaleString("en")} of ${total.toLocaleString("en")} events, ${perSecond.toLocaleString("en")}/s`;
    if (process.stdout.isTTY) {
      const full = Math.round(share * width);
      process.stdout.write(`\r[${"█".repeat(full)}${"░".repeat(width - full)}] ${facts}   `);
      if (done === total) process.stdout.write("\n");
      return;
    }
    if (Math.floor(share * 10) === tenth && done !== total) return;
    tenth = Math.floor(share * 10);
    console.log(`${String(Math.round(share * 100)).padStart(3)} %  ${facts}`);
  };
}
