import { IconChevronDown } from '@tabler/icons-react';
import { Field, type FieldFrame } from './field.tsx';

type Props<T extends string> = FieldFrame & {
  value: T;
  options: readonly { value: T; label: string }[];
  onChange: (value: T) => void;
};

/** One of a list, by the system's own menu. */
export function SelectField<T extends string>({ value, options, onChange, ...frame }: Props<T>) {
  return (
    <Field frame={{ ...frame, unit: <IconChevronDown aria-hidden /> }}>
      {(ids) => (
        <select
          {...ids}
          value={value}
          disabled={frame.disabled}
          onChange={(event) => {
            const chosen = options[event.currentTarget.selectedIndex];
            if (chosen) onChange(chosen.value);
          }}
        >
          {options.map((option) => (
            <option key={option.value} value={option.value}>
              {option.label}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
