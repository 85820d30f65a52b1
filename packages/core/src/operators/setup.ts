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
  prepare: async (read, input) => {
    const parts = splitToken(input.token);
    if (!parts || !/^[0-9a-f-]{36}$/.test(parts.id)) throw new AppError("token_invalid");
    const link = { id: parts.id, hash: hashSecret(parts.secret) };
    const { rows } = await read((tx) =>
      tx.execute(sql`select 1 from platform.operators where ${isOpen(link)}`),
    );
    if (rows.length === 0) throw new AppError("token_invalid");
    if (input.password !== input.confirm) throw fieldError("/confirm", "passwords_differ");
    checkNewPassword("/password", input.password, shortest, [input.name]);
    return { link, password: await hashPassword(input.password) };
  },
  run: async (tx, input, ctx, { link, password }) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      update platform.operators set password_hash = ${password}, name = ${input.name},
        setup_hash = null, setup_expires_at = null
      where ${isOpen(link)} returning id`);
    const operator = rows[0];
    if (!operator) throw new AppError("token_invalid");
    await record(tx, ctx, "operator.setup", operator.id);
    return openOperatorSession(tx, ctx, operator.id);
  },
});

function isOpen({ id, hash }: { id: string; hash: Buffer }) {
  return sql`id = ${id} and setup_hash = ${hash} and setup_expires_at > now()`;
}
