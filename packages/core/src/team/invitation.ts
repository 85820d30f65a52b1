import { z } from "zod";
import { none } from "../identity/schemas.ts";
import { anotherLink } from "../invitations/link.ts";
import { mailAgain } from "../invitations/resend.ts";
import { command } from "../kernel/verb.ts";
import { personToChange } from "./person.ts";
import { personInput } from "./schemas.ts";

const shape = {
  input: personInput,
  object: ({ userId }: { userId: string }) => ({ table: "users" as const, id: userId }),
};

/** Mails somebody's invitation again. Links sent before stop working. */
export const resendToPerson = command("team.resend", {
  ...shape,
  output: none,
  run: async (run, input) => {
    const { account } = await personToChange(run, input);
    const { id, resellerId, distributorId } = await mailAgain(run, account.id, input.userId);
    return { result: {}, audit: { object: { kind: "invitation", id }, resellerId, distributorId } };
  },
});

/** A fresh invitation link to copy and pass on. Links made before go on working until one is used. */
export const linkForPerson = command("team.link", {
  ...shape,
  output: z.object({ url: z.string() }),
  run: async (run, input) => {
    const { account } = await personToChange(run, input);
    const { invitation, url } = await anotherLink(run, account.id, input.userId);
    const { id, resellerId, distributorId } = invitation;
    return { result: { url }, audit: { object: { kind: "invitation", id }, resellerId, distributorId } };
  },
});
