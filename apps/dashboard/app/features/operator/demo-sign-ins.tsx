import "../../words/operator.ts";
import { useWords } from "../../words/use-words.tsx";

export interface DemoSignIn {
  name: string;
  kind: "operator" | "agency" | "reseller";
  /** The whole address of the host. */
  origin: string;
  host: string;
  email: string;
  password: string;
}

export function DemoSignIns({ signIns }: { signIns: DemoSignIn[] }) {
  const { t } = useWords("operator");
  return (
    <table className="tbl cards top-line">
      <caption className="sr">{t("welcome.caption")}</caption>
      <colgroup>
        <col />
        <col className="w-132" />
        <col />
        <col className="w-200" />
      </colgroup>
      <thead>
        <tr>
          <th scope="col">{t("welcome.column.host")}</th>
          <th scope="col">{t("welcome.column.kind")}</th>
          <th scope="col">{t("welcome.column.email")}</th>
          <th scope="col">{t("welcome.column.password")}</th>
        </tr>
      </thead>
      <tbody>
        {signIns.map((each) => (
          <tr key={each.origin + each.email}>
            <th scope="row">
              <a className="link clip" href={each.origin} title={each.host} translate="no">
                {each.name}
              </a>
            </th>
            <td data-l={t("welcome.column.kind")}>{t(`welcome.kind.${each.kind}`)}</td>
            <td data-l={t("welcome.column.email")}>
              <span className="clip" translate="no" title={each.email}>
                {each.email}
              </span>
            </td>
            <td data-l={t("welcome.column.password")}>
              <span className="mono" translate="no">
                {each.password}
              </span>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
