import { deliveryTypes } from "@tenantry/core/webhooks/event-types";
import type { listDeliveries } from "@tenantry/core/webhooks/list-deliveries";
import { listAddressWith, readListAddress } from "../../request/list-address.server.ts";
import type { DeliveryState } from "./types.ts";

const states: DeliveryState[] = ["pending", "succeeded", "failed"];

const forms = {
  state: new RegExp(`^(${states.join("|")})$`),
  type: new RegExp(`^(${deliveryTypes.join("|").replaceAll(".", "\\.")})$`),
  sort: /^-?created$/,
};

/** What the address of an endpoint's page says about its messages, and the question it asks. */
export function readDeliveriesAddress(request: Request, id: string) {
  const address = readListAddress(request, forms);
  // The forms let the verb's own values through and no others.
  return { address, question: { id, ...address } as Parameters<typeof listDeliveries>[1] };
}

/** What the bar over the messages needs of the address. */
export function deliveriesView(path: string, address: Record<string, string | undefined>) {
  const filter = <By extends "state" | "type">(by: By, values: readonly string[]) => {
    const value = address[by];
    const to = (chosen: string | undefined) => listAddressWith(path, address, { [by]: chosen });
    return {
      by,
      applied: value === undefined ? undefined : { value, removeTo: to(undefined) },
      choices: values.map((choice) => ({ value: choice, to: to(choice) })),
    };
  };
  return {
    filters: [filter("state", states), filter("type", deliveryTypes)],
    clearTo: path,
    exportTo: listAddressWith(`${path}/deliveries.csv`, address, {}),
  };
}
