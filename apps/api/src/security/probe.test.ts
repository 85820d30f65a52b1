import { it } from "vitest";
import { newAgency } from "@tenantry/core/testing";
import { openTestWeb } from "../testing/web.ts";
import { describe as doc } from "../describe.ts";
it("x", async () => {
  const web = await openTestWeb(); const a = await newAgency(web.app);
  const r = await web.ask(a.host, "/api/v1/openapi.json");
  console.log(r.status, r.text.slice(0, 300));
  try { doc({name:"x", origin:"http://x", operator:false}); } catch (e) { console.log(e); }
  await web.close();
});
