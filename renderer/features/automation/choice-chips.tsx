import { IconCheck } from '@tabler/icons-react';
import { Chip } from '../../ui/chip.tsx';

/** Several of a few, each a chip that is pressed or not. */
export function ChoiceChips<T extends string | number>({
  label,
  options,
  chosen,
  onChange,
}: {
  label: string;
  options: readonly { value: T; label: string }[];
  chosen: readonly T[];
  onChange: (chosen: T[]) => void;
}) {
  const toggle = (value: T) =>
    onChange(chosen.includes(value) ? chosen.filter((one) => one !== value) : [...chosen, value]);
  return (
    <div role="group" aria-label={label}>
      <span className="field-label">{label}</span>
      <div className="rules-chips">
        {options.map(({ value, label: words }) => {
          const isChosen = chosen.includes(value);
          return (
            <Chip
              key={value}
              tone={isChosen ? 'accent' : 'neutral'}
              pressed={isChosen}
              icon={isChosen ? <IconCheck aria-hidden /> : undefined}
              onClick={() => toggle(value)}
            >
              {words}
            </Chip>
          );
        })}
      </div>
    </div>
  );
}
