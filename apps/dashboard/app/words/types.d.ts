import type { english, OwnWords } from "./words.ts";

// Makes a key that is not in the English files a type error.
declare module "i18next" {
  interface CustomTypeOptions {
    defaultNS: "common";
    resources: typeof english & OwnWords;
  }
}
