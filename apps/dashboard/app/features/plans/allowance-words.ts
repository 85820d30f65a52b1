import { useTranslation } from "react-i18next";
import { useFormat } from "../../words/format.tsx";
import { useMeterName } from "../usage/meter-name.ts";

/** "Messages: 10,000" */
export function useAllowanceWords() {
  const { t } = useTranslation(["plans", "usage"]);
  const format = useFormat();
  const meter = useMeterName();
  return ({ meter: key, included }: { meter: string; included: number | null }) =>
    t("plans:allowance", {
      meter: meter(key),
      amount:
        included === null ? t("usage:noLimit") : included === 0 ? t("usage:none") : format.number(included),
    });
}
