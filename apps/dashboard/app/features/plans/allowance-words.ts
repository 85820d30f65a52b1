import { useFormat } from "../../words/format.tsx";
import { useWords } from "../../words/use-words.tsx";
import { useMeterName } from "../usage/meter-name.ts";

/** "Messages: 10,000" */
export function useAllowanceWords() {
  const { t } = useWords(["plans", "usage"]);
  const format = useFormat();
  const meter = useMeterName();
  return ({ meter: key, included }: { meter: string; included: number | null }) =>
    t("plans:allowance", {
      meter: meter(key),
      amount:
        included === null ? t("usage:noLimit") : included === 0 ? t("usage:none") : format.number(included),
    });
}
