import { AppError } from "@tenantry/core/kernel/errors";
import type { Step } from "../steps.ts";
import type { World } from "../world.ts";
import { advanceTo } from "./clock.ts";
import { close } from "./closing.ts";
import { move } from "./moving.ts";
import { moveMoney } from "./paying.ts";
import { draftOrPayOut, movePayout, NothingDue } from "./paying-out.ts";
import type { Product } from "./product.ts";
import { cancelOrReactivate, change, sell } from "./selling.ts";
import { setPrice, setRate, setType, stopOrRestart } from "./setting.ts";
import { use } from "./using.ts";

/** Takes a step through the product's verbs; `world` is the model behind it. Answers what it was refused with, or null. */
export async function takeInProduct(product: Product, world: World, step: Step): Promise<string | null> {
  try {
    await act(product, world, step);
    return null;
  } catch (error) {
    if (error instanceof NothingDue) return "nothing due";
    if (error instanceof AppError && error.code !== "internal") return error.code;
    throw error;
  }
}

async function act(product: Product, world: World, step: Step): Promise<void> {
  switch (step.do) {
    case "sell":
      return sell(product, world, step);
    case "change":
      return change(product, world, step);
    case "cancel":
    case "reactivate":
      return cancelOrReactivate(product, world, step);
    case "advance":
      return advanceTo(product, step.to);
    case "use":
      return use(product, step);
    case "set rate":
      return setRate(product, world, step);
    case "set price":
      return setPrice(product, world, step);
    case "set type":
      return setType(product, step);
    case "stop":
    case "restart":
      return stopOrRestart(product, step);
    case "move":
      return move(product, step);
    case "pay":
    case "pay and refund":
    case "refund":
    case "refund rest":
    case "charge back":
      return moveMoney(product, world, step);
    case "void":
    case "give up":
      return close(product, world, step);
    case "draft payouts":
    case "pay out":
      return draftOrPayOut(product, step);
    case "send payout":
    case "cancel payout":
    case "complete payout":
    case "fail payout":
      return movePayout(product, step.payout, step.do);
  }
}
