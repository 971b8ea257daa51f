import { IconMessage2Bolt, IconSettings } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState, type KeyboardEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedReplyView } from '../../../../shared/contract/saved-replies.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { PopoverButton } from '../../../ui/popover-button.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { findReplies } from './find-replies.ts';
import type { OpenThread } from '../use-open-thread.ts';

type Taken = { reply: SavedReplyView; productId: string | undefined };

/** Saved replies under their button, with the product that is meant where the post has several. */
export function ReplyPicker({
  thread,
  onTake,
  onManage,
}: {
  thread: OpenThread;
  onTake: (taken: Taken) => void;
  onManage: () => void;
}) {
  const { t } = useTranslation('replies');
  return (
    <PopoverButton label={t('title')} icon={<IconMessage2Bolt aria-hidden />} widthPx={380}>
      {(close) => (
        <PickerBody
          thread={thread}
          onTake={(taken) => {
            close();
            onTake(taken);
          }}
          onManage={() => {
            close();
            onManage();
          }}
        />
      )}
    </PopoverButton>
  );
}

/** Chosen by the studio from what the comment says. */
const byItself = '';

function PickerBody({
  thread,
  onTake,
  onManage,
}: {
  thread: OpenThread;
  onTake: (taken: Taken) => void;
  onManage: () => void;
}) {
  const { t } = useTranslation('replies');
  const api = useApi();
  const [text, setText] = useState('');
  const [productId, setProduct] = useState(byItself);
  const list = useRef<HTMLUListElement>(null);
  const all = useQuery(api.savedReplies.list.queryOptions({ input: {} })).data;
  const found = findReplies(all?.items ?? [], text);
  const products = thread.post?.products ?? [];
  const take = (reply: SavedReplyView) =>
    onTake({ reply, productId: productId === byItself ? undefined : productId });
  const onKeyDown = (event: KeyboardEvent) => walk(event, list.current, () => found[0], take);
  return (
    <div className="reply-picker" onKeyDown={onKeyDown}>
      <SearchField label={t('search')} value={text} onChange={setText} />
      {products.length > 1 ? (
        <SelectField
          label={t('product')}
          value={productId}
          options={[
            { value: byItself, label: t('productByItself') },
            ...products.map(({ id, title }) => ({ value: id, label: title })),
          ]}
          onChange={setProduct}
        />
      ) : null}
      <ul ref={list} className="pick-list reply-picker-list">
        {found.map((reply) => (
          <li key={reply.id}>
            <button type="button" className="pick-line" onClick={() => take(reply)}>
              <span className="reply-picker-words">
                <b className="cut">{reply.name}</b>
                <span className="small muted cut">{wordsFor(reply, thread.language)}</span>
              </span>
              {reply.shortcut ? <span className="small muted">/{reply.shortcut}</span> : null}
            </button>
          </li>
        ))}
      </ul>
      {all && found.length === 0 ? (
        <p className="muted small">{t(all.items.length === 0 ? 'none' : 'notFound')}</p>
      ) : null}
      <Button kind="quiet" icon={<IconSettings aria-hidden />} onClick={onManage}>
        {t('manage')}
      </Button>
    </div>
  );
}

/** The version that a customer of that language would get, as far as can be told here. */
function wordsFor({ texts }: SavedReplyView, language: string | undefined): string | undefined {
  const own = Object.entries(texts).find(([name]) => name === language)?.[1];
  return own ?? Object.values(texts)[0];
}

/** Enter in the field takes the first; arrows go through the list. */
function walk(
  event: KeyboardEvent,
  list: HTMLElement | null,
  first: () => SavedReplyView | undefined,
  take: (reply: SavedReplyView) => void,
): void {
  const isField = event.target instanceof HTMLInputElement;
  const reply = first();
  if (event.key === 'Enter' && isField && reply) {
    event.preventDefault();
    return take(reply);
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined || event.target instanceof HTMLSelectElement) return;
  event.preventDefault();
  const buttons = [...(list?.querySelectorAll('button') ?? [])];
  const at = buttons.indexOf(document.activeElement as HTMLButtonElement);
  buttons[Math.max(0, Math.min(buttons.length - 1, at + step))]?.focus();
}
