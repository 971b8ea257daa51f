import type { ComponentProps } from 'react';
import { Field, type FieldFrame } from './field.tsx';

type Props = FieldFrame &
  Omit<ComponentProps<'textarea'>, 'onChange' | 'value'> & {
    value: string;
    onChange: (value: string) => void;
  };

/** Several lines of text. */
export function TextArea(props: Props) {
  const { label, labelHidden, error, hint, unit, icon, size, disabled, onChange, ...area } = props;
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
        <textarea
          rows={4}
          disabled={disabled}
          {...area}
          {...ids}
          onChange={(event) => onChange(event.currentTarget.value)}
        />
      )}
    </Field>
  );
}
