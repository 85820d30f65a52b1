import { accessRoutes } from "./access.ts";
import { accountExportRoutes } from "./account-exports.ts";
import { allowanceRoutes } from "./allowances.ts";
import { apiKeyRoutes } from "./api-keys.ts";
import { attentionRoutes } from "./attention.ts";
import { auditRoutes } from "./audit.ts";
import { brandRoutes } from "./brand.ts";
import { bulkRunRoutes } from "./bulk-runs.ts";
import { clockRoutes } from "./clock.ts";
import { commissionRoutes } from "./commissions.ts";
import { connectedAccountRoutes } from "./connected-accounts.ts";
import { customerImportRoutes } from "./customer-imports.ts";
import { customerRoutes } from "./customers.ts";
import { distributorRoutes } from "./distributors.ts";
import { featureRoutes } from "./features.ts";
import { gatewayAccountRoutes } from "./gateway-accounts.ts";
import { invoiceRoutes } from "./invoices.ts";
import { legalEntityRoutes } from "./legal-entities.ts";
import type { Operation } from "./operation.ts";
import { operatorRoutes } from "./operator.ts";
import { ownAccountRoutes } from "./own-account.ts";
import { payoutRoutes } from "./payouts.ts";
import { peopleRoutes } from "./people.ts";
import { planRoutes } from "./plans.ts";
import { reportRoutes } from "./reports.ts";
import { resellerDraftRoutes } from "./reseller-drafts.ts";
import { resellerImportRoutes } from "./reseller-imports.ts";
import { resellerRoutes } from "./resellers.ts";
import { savedViewRoutes } from "./saved-views.ts";
import { searchRoutes } from "./search.ts";
import { secondFactorRoutes } from "./second-factor.ts";
import { sessionRoutes } from "./sessions.ts";
import { statementRoutes } from "./statements.ts";
import { subscriptionRoutes } from "./subscriptions.ts";
import { teamRoutes } from "./team.ts";
import { transferRoutes } from "./transfers.ts";
import { usageRoutes } from "./usage.ts";
import { webhookRoutes } from "./webhooks.ts";

/** The API's table of contents: every operation there is. */
export const operations: Operation[] = [
  ...sessionRoutes,
  ...peopleRoutes,
  ...secondFactorRoutes,
  ...teamRoutes,
  ...resellerRoutes,
  ...distributorRoutes,
  ...resellerDraftRoutes,
  ...resellerImportRoutes,
  ...bulkRunRoutes,
  ...savedViewRoutes,
  ...customerRoutes,
  ...customerImportRoutes,
  ...transferRoutes,
  ...ownAccountRoutes,
  ...accountExportRoutes,
  ...subscriptionRoutes,
  ...invoiceRoutes,
  ...commissionRoutes,
  ...payoutRoutes,
  ...statementRoutes,
  ...reportRoutes,
  ...brandRoutes,
  ...legalEntityRoutes,
  ...gatewayAccountRoutes,
  ...connectedAccountRoutes,
  ...clockRoutes,
  ...searchRoutes,
  ...attentionRoutes,
  ...planRoutes,
  ...featureRoutes,
  ...allowanceRoutes,
  ...usageRoutes,
  ...accessRoutes,
  ...auditRoutes,
  ...apiKeyRoutes,
  ...webhookRoutes,
  ...operatorRoutes,
];
