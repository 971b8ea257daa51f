import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { BulkField } from '../../../../shared/contract/bulk.ts';
import { useOffers } from './use-offers.tsx';

type Props = {
  field: BulkField;
  text: string;
  isWrong: boolean;
  onSave: (text: string) => void;
};

/** A cell that is changed where it stands: Enter, F2 or a click opens it, Enter and leaving save, Esc
 *  gives up. */
export function BulkCell(props: Props) {
  const { t } = useTranslation('bulk');
  const { field, text, isWrong } = props;
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  if (isOpen)
    return (
      <OpenCell
        {...props}
        onEnd={(andFocus) => {
          setOpen(false);
          if (andFocus) requestAnimationFrame(() => button.current?.focus());
        }}
      />
    );
  return (
    <button
      ref={button}
      type="button"
      className={isWrong ? 'bulk-cell bulk-wrong' : 'bulk-cell'}
      data-cell={field}
      onClick={() => setOpen(true)}
      onKeyDown={(event) => event.key === 'F2' && setOpen(true)}
    >
      <span className="hidden-text">{t(`field.${field}`)} : </span>
      <span className={text === '' ? 'cut muted' : 'cut'}>
        {text === '' ? t('ui.empty') : text}
      </span>
    </button>
  );
}

function OpenCell({
  field,
  text,
  isWrong,
  onSave,
  onEnd,
}: Props & { onEnd: (focus: boolean) => void }) {
  const { t } = useTranslation('bulk');
  const [typed, setTyped] = useState(text);
  const input = useRef<HTMLInputElement>(null);
  const offers = useOffers(field);
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, []);
  const save = (andFocus: boolean) => {
    // A line of text shows no line breaks: who leaves it unchanged keeps them.
    if (typed !== text) onSave(typed);
    onEnd(andFocus);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation();
    if (event.key === 'Enter') save(true);
    if (event.key === 'Escape') {
      event.preventDefault();
      onEnd(true);
    }
  };
  return (
    <span className={isWrong ? 'field field-bad' : 'field'}>
      <input
        ref={input}
        value={typed}
        aria-label={t(`field.${field}`)}
        list={offers.listId}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onKeyDown={onKeyDown}
        onClick={(event) => event.stopPropagation()}
        onBlur={() => save(false)}
      />
      {offers.list}
    </span>
  );
}
