import type { App } from "@tenantry/core/kernel/ctx";

interface Closable {
  close(done: () => void): unknown;
  closeIdleConnections?(): void;
}

const patience = 20_000;

/**
 * Ends the process well on SIGTERM, SIGINT, or when the process that started it is gone: no new connections, the
 * running requests finish (20 s at most), then the pool closes.
 */
export function stopOnSignals(server: Closable, app: App): void {
  let stopping = false;
  const stop = () => {
    if (stopping) return;
    stopping = true;
    setTimeout(() => process.exit(1), patience).unref();
    server.close(() => app.pool.end().then(() => process.exit(0)));
    server.closeIdleConnections?.();
  };
  process.on("SIGTERM", stop);
  process.on("SIGINT", stop);
  process.on("disconnect", stop);
}
