import { send } from "@tenantry/api/testing/web";
import { createApiKey } from "@tenantry/core/api-keys/create";
import { readSeal } from "@tenantry/core/testing";
