/** What an endpoint can choose to be told of. */
export const eventTypes = [
  "reseller.created",
  "reseller.updated",
  "reseller.activated",
  "reseller.deactivated",
  "reseller.archived",
  "reseller.restored",
  "reseller.erased",
  "plan.changed",
  "type.changed",
  "cap.reached",
  "feature.released",
  "feature.withdrawn",
  "allowance.changed",
] as const;
export type EventType = (typeof eventTypes)[number];

/** What an endpoint gets when somebody tries it out; nobody chooses it. */
export const ping = "ping";

/** Everything a delivery can be of. */
export const deliveryTypes = [...eventTypes, ping] as const;
