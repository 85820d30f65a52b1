import pg from "pg";

/** What pg's connection has and its published types leave out. */
interface Wire {
  /** Texts of named statements, by name: what the database has parsed, and what is on its way there. */
  parsedStatements: Record<string, string | undefined>;
  submittedNamedStatements: Record<string, string | undefined>;
  parse(statement: { name?: string; text: string }): void;
  bind(values: { statement?: string; values?: unknown[]; valueMapper: (value: unknown) => unknown }): void;
  describe(portal: { type: "P" }): void;
  execute(): void;
  sync(): void;
  stream: { cork(): void; uncork(): void };
}
interface Result extends pg.QueryResult {
  addFields(fields: pg.FieldDef[]): void;
  parseRow(values: unknown[]): pg.QueryResultRow;
  addRow(row: pg.QueryResultRow): void;
  addCommandComplete(message: unknown): void;
}
const inside = pg as unknown as {
  Result: new (rowMode: string | undefined, types: pg.CustomTypesConfig) => Result;
  Query: new (config: { text: string }, answered: () => void) => object;
  utils: { prepareValue: (value: unknown) => unknown };
};

/** A statement was never run, because one before it in the same burst failed. */
export class NotRun extends Error {
  constructor(cause: Error) {
    super("Not run: a statement before it failed", { cause });
  }
}

/** The columns of each named statement's answer (undefined: none), per connection: they are asked for once. */
const columnsOf = new WeakMap<Wire, Map<string, pg.FieldDef[] | undefined>>();

/** A statement as drizzle and `tx.named` put it. */
export type StatementConfig = pg.QueryConfig & { rowMode?: string };

/** One statement of a burst. Answers once: with its result, or with the error that kept it from one. */
export class Statement {
  readonly name: string | undefined;
  readonly text: string;
  readonly #values: unknown[] | undefined;
  readonly #result: Result;
  readonly #answered: (error: Error | null, result: pg.QueryResult) => void;
  #columns: pg.FieldDef[] | undefined;
  #unreadable: Error | undefined;

  /** `types` parse the answer where the statement brings no parsers of its own. */
  constructor(
    { name, text, values, rowMode, types: own }: StatementConfig,
    types: pg.CustomTypesConfig,
    answered: (error: Error | null, result: pg.QueryResult) => void,
  ) {
    this.name = name;
    this.text = text;
    this.#values = values;
    this.#result = new inside.Result(rowMode, own ?? types);
    this.#answered = answered;
  }

  /** Writes all of it but the Sync that the burst ends with. */
  write(wire: Wire): void {
    const { name, text } = this;
    const parsed = name && (wire.parsedStatements[name] ?? wire.submittedNamedStatements[name]);
    if (parsed && parsed !== text) throw new Error(`Two statements under the name ${name}`);
    if (!parsed) {
      wire.parse({ name, text });
      if (name) wire.submittedNamedStatements[name] = text;
    }
    wire.bind({ statement: name, values: this.#values, valueMapper: inside.utils.prepareValue });
    const known = name ? columnsOf.get(wire) : undefined;
    const columns = known?.get(name!);
    if (columns) this.#result.addFields(columns);
    else if (!known?.has(name!)) wire.describe({ type: "P" });
    wire.execute();
  }

  described({ fields }: { fields: pg.FieldDef[] }): void {
    this.#columns = fields;
    this.#result.addFields(fields);
  }

  row({ fields }: { fields: unknown[] }): void {
    try {
      this.#result.addRow(this.#result.parseRow(fields));
    } catch (error) {
      this.#unreadable = error as Error;
    }
  }

  complete(message: unknown, wire: Wire): void {
    if (this.name) {
      const known = columnsOf.get(wire) ?? new Map();
      if (!known.has(this.name)) columnsOf.set(wire, known.set(this.name, this.#columns));
    }
    this.#result.addCommandComplete(message);
    this.#answered(this.#unreadable ?? null, this.#result);
  }

  fail(error: Error): void {
    this.#answered(error, this.#result);
  }
}

/**
 * Statements that leave in one write and are answered in one: PostgreSQL sends its answers off at a Sync, so one Sync
 * for all of them spares both sides a wake-up per statement. After a failure the database skips the rest up to the
 * Sync; those fail with `NotRun`. To pg the burst is one query of its own class; a pipelining client takes no other.
 */
export class Burst extends inside.Query {
  readonly #statements: Statement[];
  #at = 0;
  #unsendable: Error | undefined;

  constructor(statements: Statement[]) {
    super({ text: "" }, () => {});
    this.#statements = statements;
  }

  /** pg remembers under these what a connection has parsed: they are those of the statement being answered. */
  get name() {
    return this.#statements[this.#at]?.name;
  }
  set name(_given: string | undefined) {}
  get text() {
    return this.#statements[this.#at]?.text;
  }
  set text(_given: string | undefined) {}

  submit(wire: Wire): null {
    wire.stream.cork();
    try {
      for (const statement of this.#statements) statement.write(wire);
    } catch (error) {
      // A value that cannot be sent. What was written before it runs, and the transaction is taken back.
      this.#unsendable = error as Error;
    }
    wire.sync();
    wire.stream.uncork();
    return null;
  }

  handleRowDescription(message: { fields: pg.FieldDef[] }): void {
    this.#statements[this.#at]?.described(message);
  }
  handleDataRow(message: { fields: unknown[] }): void {
    this.#statements[this.#at]?.row(message);
  }
  handleCommandComplete(message: unknown, wire: Wire): void {
    this.#statements[this.#at++]?.complete(message, wire);
  }
  handleEmptyQuery(wire: Wire): void {
    this.handleCommandComplete({ text: "" }, wire);
  }
  handleReadyForQuery(wire: Wire): void {
    if (this.#unsendable) this.handleError(this.#unsendable, wire);
  }

  handleError(error: Error, wire: Wire): void {
    const [failed, ...rest] = this.#statements.slice(this.#at);
    this.#at = this.#statements.length;
    failed?.fail(error);
    // What a lost connection left unanswered may have been done; only an answer says that it was not.
    const skipped = error === this.#unsendable || isRefusal(error);
    for (const statement of rest) {
      if (skipped && statement.name) delete wire.submittedNamedStatements[statement.name];
      statement.fail(skipped ? new NotRun(error) : error);
    }
  }
}

/** Classes of SQLSTATE that end the connection: lost, shut down, a transaction or session that idled too long. */
const endsConnection = /^(08|57P|25P03|25P04)/;

/** An answer of the database after which the connection goes on. By its code: the severity is a word in its language. */
function isRefusal(error: Error): boolean {
  const { severity, code } = error as { severity?: string; code?: string };
  return severity !== undefined && code !== undefined && !endsConnection.test(code);
}
