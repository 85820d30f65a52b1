import "../../words/distributors.ts";
import type { Delegation } from "@tenantry/core/delegations/rules";
import { useWords } from "../../words/use-words.tsx";

const plain = ["create", "edit", "archive"] as const;

/** A ceiling in words: what it allows, one line each; what is not said it does not allow. */
export function useCeilingWords(): (delegation: Delegation) => string[] {
  const { t } = useWords(["distributors", "resellers"]);
  return (delegation) => [
    ...plain.filter((right) => delegation[right]).map((right) => t(`may.${right}`)),
    ...delegation.stopModes.map((mode) => t(`may.${mode}`)),
    ...(delegation.create ? delegation.types.map((type) => t(`resellers:type.${type}`)) : []),
  ];
}
