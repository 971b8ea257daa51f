import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextField } from '../../../ui/text-field.tsx';
import { readHex } from './read-hex.ts';

type Props = { label: string; hint: string; value: string; onChange: (colour: string) => void };

/** A colour to pick, or to write as a code. */
export function ColourField({ label, hint, value, onChange }: Props) {
  const { t } = useTranslation('brand');
  const [typed, setTyped] = useState<string>();
  const isWrong = typed !== undefined && readHex(typed) === undefined;
  return (
    <div className="brand-colour">
      <input
        type="color"
        aria-label={t('colours.pick', { name: label })}
        value={value.toLowerCase()}
        onChange={(event) => {
          setTyped(undefined);
          onChange(event.currentTarget.value.toUpperCase());
        }}
      />
      <TextField
        label={label}
        hint={hint}
        error={isWrong ? t('colours.wrong') : undefined}
        maxLength={24}
        spellCheck={false}
        className="num"
        value={typed ?? value.toUpperCase()}
        onChange={(text) => {
          setTyped(text);
          const colour = readHex(text);
          if (colour) onChange(colour);
        }}
        onBlur={() => setTyped(undefined)}
      />
    </div>
  );
}
