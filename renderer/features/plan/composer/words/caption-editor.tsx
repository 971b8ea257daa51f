import './words.css';
import { IconBookmark, IconHash, IconAt } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { EmojiButton } from '../../../../ui/emoji/emoji-button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { PopoverButton } from '../../../../ui/popover-button.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { insertText } from '../../../../ui/insert-text.ts';
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
  const put = (text: string) => area.current && insertText(area.current, text);
  const start = (sign: '#' | '@') => {
    const field = area.current;
    if (!field) return;
    const before = field.value.slice(0, field.selectionStart);
    insertText(field, /(^|\s)$/.test(before) ? sign : ` ${sign}`);
    suggestions.look();
  };
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
      {readOnly ? null : (
        <div className="caption-tools" role="toolbar" aria-label={t('tools')}>
          <EmojiButton onTake={put} />
          <IconButton label={t('hashtag')} icon={<IconHash />} onClick={() => start('#')} />
          <IconButton label={t('mention')} icon={<IconAt />} onClick={() => start('@')} />
          <KeptButton caption={value} onTake={put} />
        </div>
      )}
    </div>
  );
}

function KeptButton({ caption, onTake }: { caption: string; onTake: (text: string) => void }) {
  const { t } = useTranslation('composer');
  return (
    <PopoverButton label={t('kept.label')} icon={<IconBookmark />} widthPx={360}>
      {(close) => (
        <KeptWords
          caption={caption}
          onTake={(text) => {
            close();
            onTake(text);
          }}
        />
      )}
    </PopoverButton>
  );
}
