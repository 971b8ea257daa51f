import './words.css';
import { IconBookmark, IconHash, IconAt } from '@tabler/icons-react';
import { memo, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiButton } from '../../../../ui/emoji/emoji-button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { PopoverButton } from '../../../../ui/popover-button.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { insertText } from '../../../../ui/insert-text.ts';
import { useStable } from '../../../../ui/use-stable.ts';
import { KeptWords } from './kept-words.tsx';
import { listId, optionId, SuggestionList } from './suggestion-list.tsx';
import { useSuggestions } from './use-suggestions.ts';

/** A text with what helps to write it: emoji, kept words, and what may follow a `#` or `@`. */
export function CaptionEditor({
  value,
  readOnly,
  onChange,
}: {
  value: string;
  readOnly: boolean;
  onChange: (text: string) => void;
}) {
  const { t } = useTranslation('composer');
  const area = useRef<HTMLTextAreaElement>(null);
  const suggestions = useSuggestions(area);
  const put = useStable((text: string) => {
    if (area.current) insertText(area.current, text);
  });
  const start = useStable((sign: '#' | '@') => {
    const field = area.current;
    if (!field) return;
    const before = field.value.slice(0, field.selectionStart);
    insertText(field, /(^|\s)$/.test(before) ? sign : ` ${sign}`);
    suggestions.look();
  });
  const written = useStable(() => value);
  const isOpen = suggestions.items.length > 0;
  return (
    <div className="caption-field">
      <TextArea
        ref={area}
        label={t('caption')}
        labelHidden
        rows={10}
        readOnly={readOnly}
        placeholder={t('captionHere')}
        value={value}
        onChange={(text) => {
          onChange(text);
          suggestions.look();
        }}
        onKeyDown={suggestions.onKeyDown}
        onClick={suggestions.look}
        onBlur={suggestions.close}
        aria-autocomplete="list"
        aria-controls={isOpen ? listId : undefined}
        aria-activedescendant={isOpen ? optionId(suggestions.at) : undefined}
      />
      {isOpen ? (
        <SuggestionList items={suggestions.items} at={suggestions.at} onTake={suggestions.take} />
      ) : null}
      {readOnly ? null : <CaptionTools onTake={put} onStart={start} written={written} />}
    </div>
  );
}

type Tools = {
  onTake: (text: string) => void;
  onStart: (sign: '#' | '@') => void;
  /** The text as it stands when it is asked for. */
  written: () => string;
};

/** The buttons under the text; not drawn with its letters. */
const CaptionTools = memo(function CaptionTools({ onTake, onStart, written }: Tools) {
  const { t } = useTranslation('composer');
  return (
    <div className="caption-tools" role="toolbar" aria-label={t('tools')}>
      <EmojiButton onTake={onTake} />
      <IconButton label={t('hashtag')} icon={<IconHash />} onClick={() => onStart('#')} />
      <IconButton label={t('mention')} icon={<IconAt />} onClick={() => onStart('@')} />
      <KeptButton written={written} onTake={onTake} />
    </div>
  );
});

function KeptButton({ written, onTake }: Omit<Tools, 'onStart'>) {
  const { t } = useTranslation('composer');
  return (
    <PopoverButton label={t('kept.label')} icon={<IconBookmark />} widthPx={360}>
      {(close) => (
        <KeptWords
          written={written}
          onTake={(text) => {
            close();
            onTake(text);
          }}
        />
      )}
    </PopoverButton>
  );
}
