import type { Draft } from "../drafts.ts";

/**
 * The fewest drafts that still go wrong: ever smaller stretches are left out for as long as it goes wrong without them.
 * Quicker than trying draft by draft, where each try plays a history. `wrong` answers what is wrong, or undefined.
 */
export async function smallest(
  drafts: Draft[],
  wrong: (drafts: Draft[]) => Promise<Error | undefined>,
): Promise<{ drafts: Draft[]; error: Error | undefined }> {
  let left = drafts;
  let error = await wrong(left);
  for (let size = Math.ceil(left.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2))
    // From the end, where what happens after the fault is.
    for (let from = left.length - size; from > -size; from -= size) {
      const without = left.filter((_, index) => index < from || index >= from + size);
      const still = without.length < left.length ? await wrong(without) : undefined;
      if (still) [left, error] = [without, still];
    }
  return { drafts: left, error };
}
