import { none } from "../identity/schemas.ts";
import { chooseColumns } from "../imports/choose-columns.ts";
import { customerShelf } from "../imports/shelf.ts";
import { enqueue } from "../jobs/enqueue.ts";
import { fieldError } from "../kernel/errors.ts";
import { command } from "../kernel/verb.ts";
import { fieldsFor } from "./fields.ts";
import { checkInput } from "./schemas.ts";

/**
 * Says which column is which field and has every row tried; nothing is created. May be said again with other columns
 * until creating begins. Throws a field error for a column that the file does not have.
 */
export const checkCustomerImport = command("customer-import.check", {
  input: checkInput,
  output: none,
  object: ({ id }) => ({ table: "customerImports", id }),
  run: async (run, input) => {
    const { fields } = fieldsFor(run);
    const unknown = Object.keys({ ...input.columns, ...input.defaults }).find(
      (field) => !fields.some((one) => one === field),
    );
    if (unknown) throw fieldError(`/columns/${unknown}`, "unknown_field");
    const { userId, audit } = await chooseColumns(run, customerShelf, input);
    const accountId = run.ctx.scope.account;
    await enqueue(run.tx, "customer-import.carry-out", { importId: input.id, userId, accountId });
    return { result: {}, audit };
  },
});
