import type { ComponentProps } from 'react';
import { Field, type FieldFrame } from './field.tsx';

type Props = FieldFrame &
  Omit<ComponentProps<'input'>, 'size' | 'onChange' | 'value'> & {
    value: string;
    onChange: (value: string) => void;
  };

/** One line of text. */
export function TextField(props: Props) {
  const { label, labelHidden, error, hint, unit, icon, size, disabled, onChange, ...input } = props;
  return (
    <Field
      frame={{
        label,
        error,
        hint,
        unit,
        icon,
        labelHidden: labelHidden ?? false,
        size: size ?? 'md',
        disabled: disabled ?? false,
      }}
    >
      {(ids) => (
        <input
          type="text"
          autoComplete="off"
          disabled={disabled}
          {...input}
          {...ids}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
