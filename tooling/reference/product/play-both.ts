import { stepOf } from "../drafts.ts";
import type { History } from "../history.ts";
import { type Step, take } from "../steps.ts";
import { found, type World } from "../world.ts";
import { brokenRows } from "./broken.ts";
import { foundProduct } from "./found.ts";
import { parted, told } from "./parted.ts";
import type { Product } from "./product.ts";
import { readRows } from "./rows.ts";
import { seenOfModel } from "./seen-model.ts";
import { seenOfProduct } from "./seen-product.ts";
import type { Stage } from "./stage.ts";
import { takeInProduct } from "./take.ts";

/**
 * Plays a history in the model and in the product side by side. Throws where, behind any step, the two say something
 * different or the product's rows contradict themselves, with all steps up to there. Answers how many there were.
 */
export async function playBoth(stage: Stage, { setup, drafts }: History, zone: string): Promise<number> {
  const world = found(setup);
  const product = await foundProduct(stage, setup, zone);
  const steps: string[] = [];
  for (const draft of drafts) {
    const step = stepOf(world, draft);
    if (!step) continue;
    const wrong = await wrongBehind(product, world, step, steps);
    if (wrong.length > 0) throw new Error(`${steps.join("\n")}\n\n${wrong.join("\n")}`);
  }
  return steps.length;
}

async function wrongBehind(product: Product, world: World, step: Step, steps: string[]): Promise<string[]> {
  const refused = take(world, step);
  const { do: what, ...rest } = step;
  steps.push(`${steps.length + 1}. ${what} ${told(rest)}${refused ? ` (refused: ${refused})` : ""}`);
  const answer = await takeInProduct(product, world, step);
  if ((answer === null) !== (refused === null)) return [`the product: ${answer ?? "done"}`];
  const rows = await readRows(product);
  return [...parted(seenOfProduct(product, rows), seenOfModel(world)), ...brokenRows(rows)];
}
