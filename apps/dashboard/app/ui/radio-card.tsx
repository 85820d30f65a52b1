import { useFormField } from "./form.tsx";

interface RadioCardProps {
  name: string;
  value: string;
  title: string;
  about: string;
  /** Chosen when nothing was posted yet. */
  preset?: boolean;
}

export function RadioCard({ name, value, title, about, preset }: RadioCardProps) {
  const field = useFormField(name);
  const chosen = field.value === undefined ? preset : field.value === value;
  return (
    <label className="pick">
      <input type="radio" name={name} value={value} defaultChecked={chosen} />
      <b>{title}</b>
      <span>{about}</span>
    </label>
  );
}
