import { headers as noReferrer } from "./no-referrer.ts";

/** For pages whose address is the right to them: told to nobody, and found by nobody who searches. */
export const secretAddress = () => ({ ...noReferrer(), "x-robots-tag": "noindex" });
