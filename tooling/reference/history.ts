import { type Draft, stepOf } from "./drafts.ts";
import type { RefusalCode } from "./refusal.ts";
import { type Step, take } from "./steps.ts";
import { found, type Setup, type World } from "./world.ts";

/** What there is at first, and what is then tried. */
export interface History {
  setup: Setup;
  drafts: Draft[];
}

/** What was tried indeed, and how the model answered: to be done again elsewhere, and compared. */
export interface Taken {
  step: Step;
  refused: RefusalCode | null;
}

/** Plays a history in a new world. `after` sees the world behind each step, also a refused one. */
export function play(
  { setup, drafts }: History,
  after: (world: World, taken: Taken) => void = () => undefined,
): { world: World; taken: Taken[] } {
  const world = found(setup);
  const all: Taken[] = [];
  for (const draft of drafts) {
    const step = stepOf(world, draft);
    if (!step) continue;
    const taken = { step, refused: take(world, step) };
    all.push(taken);
    after(world, taken);
  }
  return { world, taken: all };
}
