import type { App } from "@tenantry/core/kernel/ctx";
import { inviteOperator } from "@tenantry/core/operators/invite";
import { setUpOperator } from "@tenantry/core/operators/setup";
import { letters } from "@tenantry/core/testing/agency";
import { contextFor } from "@tenantry/core/testing/context";
import { personPassword } from "@tenantry/core/testing/person";

export const operatorHost = "operator.localhost";

/** An operator of the installation, signed in. */
export async function newOperator(app: App): Promise<{ email: string; session: string }> {
  const email = `op-${letters(10)}@operator.example`;
  const token = (await inviteOperator(app, email)).split("/").at(-1) ?? "";
  const input = { token, name: "Iris Operator", password: personPassword, confirm: personPassword };
  const { token: session } = await setUpOperator(await contextFor(app, operatorHost), input);
  return { email, session };
}
