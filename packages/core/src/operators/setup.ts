import { sql } from "drizzle-orm";
import { checkNewPassword, hashPassword } from "../identity/passwords.ts";
import { hashSecret, splitToken } from "../identity/secrets.ts";
import { AppError, fieldError } from "../kernel/errors.ts";
import { operatorVerb } from "../kernel/verb.ts";
import { openOperatorSession } from "./open-session.ts";
import { record } from "./record.ts";
import { setupInput, started } from "./schemas.ts";

const shortest = 12;

/** Takes up an operator's one-time link: name and password are set, the operator is signed in. */
export const setUpOperator = operatorVerb("operator.setup", "command", {
  input: setupInput,
  output: started,
  run: async (tx, input, ctx) => {
    const parts = splitToken(input.token);
    if (!parts || !/^[0-9a-f-]{36}$/.test(parts.id)) throw new AppError("token_invalid");
    if (input.password !== input.confirm) throw fieldError("/confirm", "passwords_differ");
    checkNewPassword("/password", input.password, shortest, [input.name]);
    const { rows } = await tx.execute<{ id: string }>(sql`
      update platform.operators set password_hash = ${await hashPassword(input.password)}, name = ${input.name},
        setup_hash = null, setup_expires_at = null
      where id = ${parts.id} and setup_hash = ${hashSecret(parts.secret)} and setup_expires_at > now() returning id`);
    const operator = rows[0];
    if (!operator) throw new AppError("token_invalid");
    await record(tx, ctx, "operator.setup", operator.id);
    return openOperatorSession(tx, ctx, operator.id);
  },
});
