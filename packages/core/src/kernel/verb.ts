import { inPlatform, inTenant, type Scope, type Tx } from "@tenantry/db";
import type { z } from "zod";
import type { Right } from "../delegations/rules.ts";
import type { VerbName } from "../policy.ts";
import { type Audit, writeAudit } from "./audit.ts";
import { authorize } from "./authorize.ts";
import type { Ctx, Tenant } from "./ctx.ts";
import { tellable, withFreshCode } from "./database-errors.ts";
import { AppError } from "./errors.ts";
import { keepAnswer, keptAnswer, takeKey } from "./idempotency.ts";
import { type Check, parseInput } from "./input.ts";
import { type Reach, reachOf } from "./reach.ts";

/** What a tenant verb gets: its transaction and a context whose tenant is known. */
export interface Run {
  tx: Tx;
  ctx: Ctx & { tenant: Tenant; scope: NonNullable<Ctx["scope"]> };
}

/** What a query gets besides. */
export interface QueryRun extends Run {
  /** `tx.named` for the read the verb ends with: COMMIT leaves in one write with it where the verb was asked alone. */
  last: Tx["named"];
}

/** What a command gives back: its answer, and what the audit says of it. Without the second it does not compile. */
export interface Done<T> {
  result: T;
  audit: Audit | Audit[];
}

/** Opens a short transaction of its own in the caller's scope. */
export type Read = <T>(work: (run: Run) => Promise<T>) => Promise<T>;

interface Shape<I extends z.ZodType, O extends z.ZodType> extends Reach<z.output<I>> {
  input: I;
  output: O;
  /** What of the fields can be judged without the database, but not by the schema. */
  check?: Check<I>;
}

/** A verb of the product: callable, and carrying what routes, tests and documents are made from. */
export interface Verb<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  (ctx: Ctx, input: z.input<I>): Promise<z.output<O>>;
  verb: VerbName;
  kind: "command" | "query";
  input: I;
  output: O;
  /** The right of a delegation it takes to use the verb on resellers of one's own; undefined where it reaches none. */
  beneath?: Right | ((input: z.output<I>) => Right | undefined);
}

/** A verb that only reads can also be asked together with others, in one transaction (together.ts). */
export interface QueryVerb<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType>
  extends Verb<I, O> {
  run: (run: QueryRun, input: z.output<I>) => Promise<z.input<O>>;
}

/**
 * Declares a verb that changes something: policy, parse, one tenant transaction, audit in that transaction. There is
 * no other way to a transaction that writes. What came with an `Idempotency-Key` is done once, and its answer kept.
 */
export function command<I extends z.ZodType, O extends z.ZodType, P = undefined>(
  name: VerbName,
  shape: Shape<I, O> & {
    /** Slow work that needs no transaction (password hashing); `read` opens a short one of its own. */
    prepare?: (read: Read, input: z.output<I>) => Promise<P>;
    run: (run: Run, input: z.output<I>, prepared: P) => Promise<Done<z.input<O>>>;
  },
): Verb<I, O> {
  return make(name, "command", shape, async (ctx, input, reach) => {
    // What is prepared may hold true only once (a link that is open, a password that is still the old one).
    const before = shape.prepare && ctx.repeatable && (await inScope(ctx, reach, keptIn));
    if (before) return before.answer as z.input<O>;
    const prepared = (await shape.prepare?.((work) => inScope(ctx, reach, work), input)) as P;
    const once = () =>
      inScope(ctx, reach, async (run) => {
        const kept = ctx.repeatable && (await takeKey(run.tx, run.ctx));
        if (kept) return kept.answer as z.input<O>;
        const done = await shape.run(run, input, prepared);
        // Not waited for: they leave in one write with COMMIT, and their failure is the transaction's.
        writeAudit(run.tx, run.ctx, name, done.audit).catch(() => {});
        keepAnswer(run.tx, run.ctx, done.result).catch(() => {});
        return done.result;
      });
    return withFreshCode(once);
  });
}

/** The read twin of `command`. */
export function query<I extends z.ZodType, O extends z.ZodType>(
  name: VerbName,
  shape: Shape<I, O> & { run: (run: QueryRun, input: z.output<I>) => Promise<z.input<O>> },
): QueryVerb<I, O> {
  const verb = make(name, "query", shape, async (ctx, input, reach) =>
    inScope(ctx, reach, (run) => shape.run(run, input)),
  );
  return Object.assign(verb, { run: shape.run });
}

/** A verb of the installation's operator: platform tables and allow-listed functions, which write their own audit. */
export function operatorVerb<I extends z.ZodType, O extends z.ZodType, P = undefined>(
  name: VerbName,
  kind: "command" | "query",
  shape: Shape<I, O> & {
    /** Slow work that needs no transaction (password hashing); `read` opens a short one of its own. */
    prepare?: (read: PlatformRead, input: z.output<I>, ctx: Ctx) => Promise<P>;
    run: (tx: Tx, input: z.output<I>, ctx: Ctx, prepared: P) => Promise<z.input<O>>;
  },
): Verb<I, O> {
  return make(name, kind, shape, async (ctx, input) => {
    // A tenant's host is no door to the installation, whoever knocks.
    if (ctx.tenant) throw new AppError("not_found");
    const { pool } = ctx.app;
    const before = shape.prepare && ctx.repeatable && (await inPlatform(pool, (tx) => keptAnswer(tx, ctx)));
    if (before) return before.answer as z.input<O>;
    const prepared = (await shape.prepare?.((work) => inPlatform(pool, work), input, ctx)) as P;
    return inPlatform(pool, async (tx) => {
      const kept = ctx.repeatable && (await takeKey(tx, ctx));
      if (kept) return kept.answer as z.input<O>;
      const result = await shape.run(tx, input, ctx, prepared);
      keepAnswer(tx, ctx, result).catch(() => {});
      return result;
    });
  });
}

/** Opens a short transaction of the platform's own. */
type PlatformRead = <T>(work: (tx: Tx) => Promise<T>) => Promise<T>;

function keptIn({ tx, ctx }: Run) {
  return keptAnswer(tx, ctx);
}

function make<I extends z.ZodType, O extends z.ZodType>(
  name: VerbName,
  kind: "command" | "query",
  shape: Shape<I, O>,
  execute: (ctx: Ctx, input: z.output<I>, reach: Scope | undefined) => Promise<z.input<O>>,
): Verb<I, O> {
  const call = async (ctx: Ctx, raw: z.input<I>): Promise<z.output<O>> => {
    await authorize(ctx, name, shape, () => parseInput(shape.input, raw));
    const input = parseInput(shape.input, raw, shape.check);
    const output = await execute(ctx, input, reachOf(ctx, shape, input)).catch((error: unknown) => {
      throw tellable(error, kind === "query");
    });
    return shape.output.parse(output);
  };
  return Object.assign(call, {
    ...{ verb: name, kind, input: shape.input, output: shape.output },
    beneath: shape.beneath,
  });
}

function inScope<T>(ctx: Ctx, scope: Scope | undefined, work: (run: QueryRun) => Promise<T>): Promise<T> {
  const { tenant } = ctx;
  if (!tenant || !scope) throw new AppError("not_found");
  return inTenant(ctx.app.pool, scope, (tx, last) => work({ tx, last, ctx: { ...ctx, tenant, scope } }));
}
