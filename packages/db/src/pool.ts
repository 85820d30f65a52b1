import pg from "pg";

/** Called with every error a pooled connection reports while nobody waits on it. */
export type ConnectionErrorSink = (error: Error) => void;

/** Where and as whom to connect. */
export interface PoolOptions {
  url: string;
  /** Most connections at once; a further caller waits. */
  max: number;
  onConnectionError: ConnectionErrorSink;
}

const bigintOid = 20;
const dateOid = 1082;

/** int8 becomes bigint (never a rounded Number) and a date stays "YYYY-MM-DD", for this pool only. */
const types: pg.CustomTypesConfig = {
  getTypeParser(oid, format) {
    if (oid === bigintOid) return (value: string) => BigInt(value);
    if (oid === dateOid) return (value: string) => value;
    return pg.types.getTypeParser(oid, format as "text");
  },
};

/**
 * The process's one pool. Statements of one transaction go out without waiting for each other's answer. An `error`
 * listener sits on the pool and on every client, because a connection that dies while idle would otherwise end the
 * process.
 */
export function openPool(options: PoolOptions): pg.Pool {
  return listening(new pg.Pool({ ...common(options), pipeline: true, types } as pg.PoolConfig), options);
}

/** The job queue's own pool: it reads in ways a pipelining connection cannot carry, and parses for itself. */
export function openQueuePool(options: PoolOptions): pg.Pool {
  return listening(new QueuePool(common(options)), options);
}

/**
 * The queue notes a finished job without waiting for it, so a rejection there ends the process. It tries again by itself
 * when an error carries a code that it knows; pg-pool gives none to "no connection in time", so it is given here. A try
 * that comes after the pool was closed is not answered: the job stays taken until its worker is found gone, and runs
 * again, as after a kill.
 */
class QueuePool extends pg.Pool {
  override connect(): Promise<pg.PoolClient>;
  override connect(callback: Parameters<pg.Pool["connect"]>[0]): void;
  override connect(callback?: Parameters<pg.Pool["connect"]>[0]) {
    if (callback) return super.connect(callback);
    if (this.ending) return new Promise<never>(() => {});
    return super.connect().catch((error: Error) => {
      throw error.message.startsWith(noConnectionInTime)
        ? Object.assign(error, { code: "ETIMEDOUT" })
        : error;
    });
  }
}

function common({ url, max }: PoolOptions): pg.PoolConfig {
  return {
    connectionString: url,
    max,
    connectionTimeoutMillis: 2_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
  };
}

function listening(pool: pg.Pool, { onConnectionError }: PoolOptions): pg.Pool {
  pool.on("error", onConnectionError);
  pool.on("connect", (client) => client.on("error", onConnectionError));
  return pool;
}

const noConnectionInTime = "timeout exceeded when trying to connect";
const retryableStates = new Set([
  "57P01",
  "57P02",
  "57P03",
  "08000",
  "08003",
  "08006",
  "08001",
  "25P03",
  "57P05",
]);
const retryableCodes = new Set(["ECONNREFUSED", "ECONNRESET", "EPIPE", "ETIMEDOUT", "ENOTFOUND"]);
const retryableTexts = [
  "Connection terminated",
  "Client has encountered a connection error",
  noConnectionInTime,
  "Client was closed",
  "not queryable",
];

/** True when the database went away rather than refused: the caller answers 503 and may be asked again. */
export function isConnectionLost(error: unknown): boolean {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const { code, message } = cause as Error & { code?: string };
    if (code && (retryableStates.has(code) || retryableCodes.has(code))) return true;
    if (retryableTexts.some((text) => message.includes(text))) return true;
  }
  return false;
}
