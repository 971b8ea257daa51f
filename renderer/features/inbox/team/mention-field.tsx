import '../../../ui/option-list.css';
import { useId, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { foldText } from '../../../../shared/rules/fold-text.ts';
import { useTeam } from '../../../link/use-team.ts';
import { Avatar } from '../../../ui/avatar.tsx';
import { insertText } from '../../../ui/insert-text.ts';
import { mentionAt, mentionSpan, type TypedMention } from './mention-at.ts';

type Props = {
  label: string;
  value: string;
  /** The caret begins in it. */
  startsWriting?: boolean;
  onChange: (text: string) => void;
  onSend: () => void;
  onCancel: () => void;
};

/** Words for colleagues: `@` offers their names, by arrows and Enter. */
export function MentionField({
  label,
  value,
  startsWriting = true,
  onChange,
  onSend,
  onCancel,
}: Props) {
  const { t } = useTranslation('inbox-team');
  const listId = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { mention, setMention, people, at, setAt } = useMention();
  const look = (area: HTMLTextAreaElement) =>
    setMention(mentionAt(area.value, area.selectionStart));
  const choose = (name: string) => {
    const area = field.current;
    if (!mention || !area) return;
    const { from, to } = mentionSpan(area.value, mention);
    // As if typed: the next key finds the caret behind it.
    insertText(area, `@${name} `, from, to);
    setMention(undefined);
  };
  const isOpen = mention !== undefined && people.length > 0;
  const onKeyDown = (event: React.KeyboardEvent) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    const chosen = people[at];
    if (event.key === 'Escape') {
      event.stopPropagation();
      return isOpen ? setMention(undefined) : onCancel();
    }
    if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) return onSend();
    if (!isOpen) return;
    if (step !== undefined) setAt((at + step + people.length) % people.length);
    else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) choose(chosen.name);
    else return;
    event.preventDefault();
  };
  return (
    <div className="inbox-mention">
      <textarea
        ref={field}
        rows={2}
        autoFocus={startsWriting}
        maxLength={4000}
        aria-label={label}
        placeholder={label}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? `${listId}-${at}` : undefined}
        value={value}
        onChange={(event) => {
          onChange(event.currentTarget.value);
          look(event.currentTarget);
        }}
        onSelect={(event) => look(event.currentTarget)}
        onBlur={() => setMention(undefined)}
        onKeyDown={onKeyDown}
      />
      <div
        className="option-list"
        id={listId}
        role="listbox"
        aria-label={t('mention.list')}
        hidden={!isOpen}
      >
        {people.map(({ id, name }, index) => (
          <div
            key={id}
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === at}
            // Before the field loses the focus.
            onPointerDown={(event) => {
              event.preventDefault();
              choose(name);
            }}
          >
            <Avatar name={name} />
            <span className="cut">{name}</span>
          </div>
        ))}
      </div>
    </div>
  );
}

/** The name that is being typed, and who of the others at this computer could be meant. */
function useMention() {
  const { people, me } = useTeam();
  const [mention, setMention] = useState<TypedMention>();
  const [at, setAt] = useState(0);
  const typed = foldText(mention?.typed ?? '');
  const found = mention
    ? people.filter(({ id, name }) => id !== me && foldText(name).startsWith(typed))
    : [];
  const set = (next: TypedMention | undefined) => {
    setMention(next);
    if (next?.typed !== mention?.typed) setAt(0);
  };
  return { mention, setMention: set, people: found, at: Math.min(at, found.length), setAt };
}
