import './field.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useId, type ReactNode } from 'react';

export type FieldFrame = {
  label: ReactNode;
  /** Keeps the label for ears only. */
  labelHidden?: boolean;
  /** What is wrong and the way out; draws the field in berry. */
  error?: ReactNode;
  hint?: ReactNode;
  /** Right, in grey: `€`, `px`, or a small button. */
  unit?: ReactNode;
  /** Left, in grey. */
  icon?: ReactNode;
  size?: 'md' | 'lg';
  disabled?: boolean;
};

export type FieldIds = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
};

/** Label above, box, sentence below; the one frame of every kind of field. */
export function Field({
  frame,
  children,
}: {
  frame: FieldFrame;
  children: (ids: FieldIds) => ReactNode;
}) {
  const id = useId();
  const note = frame.error ?? frame.hint;
  const tone = frame.error ? 'field-bad' : frame.disabled ? 'field-off' : '';
  return (
    <div>
      <label htmlFor={id} className={frame.labelHidden ? 'hidden-text' : 'field-label'}>
        {frame.label}
      </label>
      <div className={`field field-${frame.size ?? 'md'} ${tone}`}>
        {frame.icon}
        {children({
          id,
          'aria-describedby': note ? `${id}-note` : undefined,
          'aria-invalid': frame.error ? true : undefined,
        })}
        {frame.unit ? <span className="field-unit">{frame.unit}</span> : null}
      </div>
      {note ? (
        <div id={`${id}-note`} className={`field-note ${frame.error ? 'field-note-bad' : ''}`}>
          {frame.error ? <IconAlertTriangle aria-hidden /> : null}
          <span>{note}</span>
        </div>
      ) : null}
    </div>
  );
}
