import type { listExchangeRates } from "@tenantry/core/exchange-rates/list";

export type ExchangeRate = Awaited<ReturnType<typeof listExchangeRates>>["rates"][number];
