import { asJson } from "../kernel/money.ts";
import type { Sums } from "./movements-sql.ts";

/** Sums as they are told. */
export function shownSums(sums: Sums): { [sum in keyof Sums]: number } {
  return {
    openingMinor: asJson(sums.openingMinor),
    earnedMinor: asJson(sums.earnedMinor),
    takenBackMinor: asJson(sums.takenBackMinor),
    adjustedMinor: asJson(sums.adjustedMinor),
    paidOutMinor: asJson(sums.paidOutMinor),
    cameBackMinor: asJson(sums.cameBackMinor),
    closingMinor: asJson(sums.closingMinor),
  };
}
