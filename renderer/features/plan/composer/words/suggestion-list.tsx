import '../../../../ui/option-list.css';
import { useTranslation } from 'react-i18next';
import type { Suggestion } from '../../../../../shared/contract/snippets.ts';
import { NetworkIcon } from '../../../../ui/network-icon.tsx';

export const listId = 'caption-suggestions';
export const optionId = (at: number) => `${listId}-${at}`;

/** What may follow the sign just typed; the caret stays in the text. */
export function SuggestionList({
  items,
  at,
  onTake,
}: {
  items: readonly Suggestion[];
  /** The one that Enter takes. */
  at: number;
  onTake: (item: Suggestion) => void;
}) {
  const { t } = useTranslation('composer');
  return (
    <div className="option-list" id={listId} role="listbox" aria-label={t('suggest.label')}>
      {items.map((item, index) => (
        <div
          key={`${item.from}-${item.text}`}
          id={optionId(index)}
          role="option"
          aria-selected={index === at}
          // The text must keep its caret.
          onMouseDown={(event) => {
            event.preventDefault();
            onTake(item);
          }}
        >
          <b className="cut">{item.from === 'set' ? item.note : item.text}</b>
          <span className="small muted cut grow">
            {item.from === 'set' ? item.text : t(`suggest.from.${item.from}`, { name: item.note })}
          </span>
          {item.network ? <NetworkIcon network={item.network} /> : null}
          {item.uses === undefined ? null : (
            <span className="small muted num">
              {t(`suggest.uses.${item.from === 'set' ? 'set' : 'times'}`, { count: item.uses })}
            </span>
          )}
        </div>
      ))}
    </div>
  );
}
