import { IconSearch } from '@tabler/icons-react';
import type { Ref } from 'react';
import { TextField } from './text-field.tsx';

/** A field for looking up; its label is read aloud, the placeholder says what can be found. */
export function SearchField({
  label,
  placeholder,
  value,
  onChange,
  inputRef,
  ...rest
}: {
  label: string;
  placeholder?: string;
  value: string;
  onChange: (value: string) => void;
  inputRef?: Ref<HTMLInputElement>;
  /** Takes the focus of the dialog in which it stands. */
  'data-autofocus'?: boolean;
}) {
  return (
    <TextField
      ref={inputRef}
      {...rest}
      type="search"
      label={label}
      labelHidden
      placeholder={placeholder ?? label}
      icon={<IconSearch aria-hidden />}
      value={value}
      onChange={onChange}
    />
  );
}
