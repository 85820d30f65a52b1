import type { CustomerRowOutcome, RowProblem } from "@tenantry/db/schema";
import { sql } from "drizzle-orm";
import { addCustomer } from "../customers/create.ts";
import { customersNamed } from "../customers/named.ts";
import { createInput } from "../customers/schemas.ts";
import type { Checked } from "../imports/carry-out.ts";
import { goneWrong } from "../imports/ended-as.ts";
import type { App } from "../kernel/ctx.ts";
import { isRefusedForGood, tellable } from "../kernel/database-errors.ts";
import { isAppError } from "../kernel/errors.ts";
import { parseInput } from "../kernel/input.ts";
import type { Read, Run } from "../kernel/verb.ts";
import { prepareTakeOver } from "../subscriptions/prepare-take-over.ts";
import { takeOverInput } from "../subscriptions/schemas.ts";
import { readSellable, type Sellable } from "../subscriptions/sellable.ts";
import { addTakenOver } from "../subscriptions/take-over.ts";
import { findOffer } from "./find-offer.ts";
import { problemsIn, problemsOf, saidOfSubscription } from "./problems.ts";
import type { CompanyRow } from "./read-rows.ts";
import { customerInput, type SubscriptionSaid, subscriptionInput } from "./row-input.ts";

/**
 * The dry run of some rows, those of one customer together: they are created by what creates them later, in a transaction that is
 * taken back. In the order of `rows`, which has those of one customer one after the other.
 */
export async function checkRows(read: Read, rows: CompanyRow[]): Promise<Checked[]> {
  const there = await read((run) => readThere(run, rows));
  const found: Checked[] = [];
  for (const company of new Set(rows.map((row) => row.company))) {
    const all = rows.filter((row) => row.company === company);
    found.push(...(await checkCompany(read, all, there(all[0]!))));
  }
  return found;
}

/** The customers that rows name and that are there already. */
async function readThere(run: Run, rows: CompanyRow[]) {
  const found = await customersNamed(run, [...new Set(rows.flatMap(({ given }) => given.name ?? []))]);
  return ({ parent, given }: CompanyRow) =>
    found.filter(
      ({ parentId, name }) => parentId === parent.id && name.toLowerCase() === given.name?.toLowerCase(),
    );
}

async function checkCompany(read: Read, rows: CompanyRow[], there: { id: string }[]): Promise<Checked[]> {
  const [known, another] = there;
  const first = rows[0]!;
  const { parentId, ...said } = customerInput(first);
  const ofCustomer: RowProblem[] = another
    ? [{ pointer: "/name", code: "customer_ambiguous" }]
    : known
      ? []
      : problemsIn(createInput, said);
  const alone = rows.map((row) => {
    const said = subscriptionInput(row);
    return {
      row,
      said,
      problems: [...ofCustomer, ...row.problems, ...(said ? problemsOfSaid(said) : nothingSaid(known))],
    };
  });
  const sound = alone.filter(({ problems }) => problems.length === 0);
  if (sound.length === 0) return alone.map(({ problems }) => ({ problems }));
  const tried = await takenBack(read, async (run): Promise<Map<CompanyRow, Checked>> => {
    const customerId =
      known?.id ?? (await addCustomer(run, parseInput(createInput, { ...said, parentId }))).account.id;
    // The same for every row of the company.
    const offers = sound.some(({ said }) => said) ? await readSellable(run.tx, customerId) : [];
    const outcomes = new Map<CompanyRow, Checked>();
    for (const { row, said } of sound)
      outcomes.set(row, await checkSubscription(run, { row, said, customerId, known, offers }));
    return outcomes;
  });
  return alone.map(({ row, problems }) =>
    problems.length > 0 ? { problems } : "problems" in tried ? tried : tried.get(row)!,
  );
}

function problemsOfSaid({ plan, ...said }: SubscriptionSaid): RowProblem[] {
  const { currency: _, interval: __, ...own } = said;
  return [
    ...(plan ? [] : [{ pointer: "/plan", code: "required" }]),
    ...problemsIn(saidOfSubscription, own).map((problem) =>
      problem.pointer === "/startsOn" && !said.startsOn ? { ...problem, code: "required" } : problem,
    ),
  ];
}

function nothingSaid(known: { id: string } | undefined): RowProblem[] {
  return known ? [{ pointer: "/name", code: "customer_there" }] : [];
}

interface Sold {
  row: CompanyRow;
  said: SubscriptionSaid | undefined;
  customerId: string;
  known: { id: string } | undefined;
  offers: Sellable[];
}

async function checkSubscription(run: Run, { row, said, customerId, known, offers }: Sold): Promise<Checked> {
  const isOwn = row.parent.id === run.ctx.scope.account;
  const whose = {
    company: row.company,
    customerId: known?.id ?? null,
    sellerName: isOwn ? null : row.parent.name,
  };
  if (!said) return { problems: [], outcome: { ...whose, subscription: null } satisfies CustomerRowOutcome };
  return apart(run, async () => {
    const { planId, versionId, currency, interval } = findOffer(offers, said);
    const { plan: _, ...days } = said;
    const input = parseInput(takeOverInput, { ...days, customerId, planId, versionId, currency, interval });
    const { row: running, first } = await prepareTakeOver(run, input);
    await addTakenOver(run, running);
    const { planName, quantity, periodFrom, periodTo, state } = running;
    const outcome: CustomerRowOutcome = {
      ...whose,
      subscription: {
        ...{ planId, versionId, planName, currency, interval, quantity, startsOn: input.startsOn },
        ...{
          period: { from: periodFrom, to: periodTo },
          trial: state === "trial",
          cancelled: input.cancelled,
        },
        first: first
          ? {
              on: periodTo,
              netMinor: String(first.netMinor),
              taxMinor: String(first.taxMinor),
              totalMinor: String(first.totalMinor),
            }
          : null,
      },
    };
    return { problems: [], outcome };
  });
}

/** Tries one row in a savepoint: what the database refuses is that row's own, and those after it are tried as well. */
async function apart({ tx, ctx }: Run, work: () => Promise<Checked>): Promise<Checked> {
  await tx.execute(sql`savepoint one_row`);
  try {
    return await work();
  } catch (error) {
    const problems = problemsOfTried(ctx.app, error);
    await tx.execute(sql`rollback to savepoint one_row`);
    return { problems };
  } finally {
    await tx.execute(sql`release savepoint one_row`);
  }
}

function problemsOfTried(app: App, error: unknown): RowProblem[] {
  const told = tellable(error);
  return !isAppError(told) && isRefusedForGood(told) ? goneWrong(app, told) : problemsOf(told);
}

/** What `work` finds in a transaction that leaves nothing behind; where it fails as a whole, what that means for every row. */
async function takenBack<T>(read: Read, work: (run: Run) => Promise<T>): Promise<T | Checked> {
  const undo = new Error("The transaction is taken back");
  let found: T | Checked | undefined;
  try {
    await read(async (run) => {
      found = await work(run).catch((error: unknown) => ({ problems: problemsOfTried(run.ctx.app, error) }));
      throw undo;
    });
  } catch (error) {
    if (error !== undo) throw error;
  }
  return found!;
}
