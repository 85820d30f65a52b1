import type { previewTransfer } from "@tenantry/core/transfers/preview";
import type { readTransfer } from "@tenantry/core/transfers/read";

export type Transfer = Awaited<ReturnType<typeof readTransfer>>;
export type Outcome = Awaited<ReturnType<typeof previewTransfer>>;
