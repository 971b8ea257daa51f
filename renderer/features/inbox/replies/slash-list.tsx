import '../../../ui/option-list.css';
import { useTranslation } from 'react-i18next';
import type { SavedReplyView } from '../../../../shared/contract/saved-replies.ts';

export const slashListId = 'inbox-slash';
export const slashOptionId = (at: number) => `${slashListId}-${at}`;

/** Saved replies that fit what is typed behind the slash; the caret stays in the text. */
export function SlashList({
  items,
  at,
  onTake,
}: {
  items: readonly SavedReplyView[];
  /** The one that Enter takes. */
  at: number;
  onTake: (reply: SavedReplyView) => void;
}) {
  const { t } = useTranslation('replies');
  return (
    <div className="option-list" id={slashListId} role="listbox" aria-label={t('title')}>
      {items.map((reply, index) => (
        <div
          key={reply.id}
          id={slashOptionId(index)}
          role="option"
          aria-selected={index === at}
          // The text must keep its caret.
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(reply);
          }}
        >
          <b className="cut">{reply.name}</b>
          <span className="small muted cut grow">{Object.values(reply.texts)[0]}</span>
          {reply.shortcut ? <span className="small muted num">/{reply.shortcut}</span> : null}
        </div>
      ))}
    </div>
  );
}
