import { expect, it } from "vitest";
import { sentForm } from "./sent-form.server.ts";

const sent = (path: string, fields: Record<string, string>) =>
  sentForm(new Request(`http://here.invalid${path}`, { method: "POST", body: new URLSearchParams(fields) }));

it("keeps what a form carried, and no password or token", async () => {
  const fields = {
    name: "Kumo",
    password: "p",
    confirm: "p",
    confirmPassword: "p",
    current: "p",
    token: "t",
  };
  expect(await sent("/resellers/new?from=list", fields)).toEqual({
    action: "/resellers/new?from=list",
    fields: [["name", "Kumo"]],
  });
});

it("is sent again to this host only", async () => {
  expect((await sent("//elsewhere.example/resellers/new", {})).action).toBe("/");
});
