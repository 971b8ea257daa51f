import { IconPencil, IconPlus, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Snippet, SnippetKind } from '../../../../../shared/contract/snippets.ts';
import { hashtagsIn } from '../../../../../shared/rules/caption.ts';
import { useApi, useStudio } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import { Button } from '../../../../ui/button.tsx';
import { IconButton } from '../../../../ui/icon-button.tsx';
import { Segments } from '../../../../ui/segments.tsx';
import { TextArea } from '../../../../ui/text-area.tsx';
import { TextField } from '../../../../ui/text-field.tsx';
import { useToast } from '../../../../ui/toast.tsx';

const kinds: readonly SnippetKind[] = ['hashtags', 'text', 'mention'];
type Draft = { id?: string; name: string; text: string };

/** Sets of hashtags, sentences and names that are kept for every post: put in, change, keep new ones. */
export function KeptWords({
  written,
  onTake,
}: {
  /** Answers what is written now: its hashtags begin a new set. */
  written: () => string;
  onTake: (text: string) => void;
}) {
  const { t } = useTranslation('snippets');
  const api = useApi();
  const [kind, setKind] = useState<SnippetKind>('hashtags');
  const [draft, setDraft] = useState<Draft>();
  const list = useQuery(api.snippets.list.queryOptions({ input: { kind } }));
  const items = list.data?.items ?? [];
  const begin = (): Draft => ({
    name: '',
    text: kind === 'hashtags' ? [...new Set(hashtagsIn(written()))].join(' ') : '',
  });
  return (
    <div className="kept">
      <Segments
        label={t('kinds')}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`kind.${value}`) }))}
        onChange={(next) => {
          setKind(next);
          setDraft(undefined);
        }}
      />
      {draft ? (
        <KeptForm kind={kind} draft={draft} onDraft={setDraft} />
      ) : (
        <>
          <ul className="kept-list">
            {items.map((item) => (
              <KeptLine
                key={item.id}
                item={item}
                onTake={() =>
                  onTake(item.kind === 'mention' ? `@${item.text.replace(/^@/, '')} ` : item.text)
                }
                onEdit={() => setDraft(item)}
              />
            ))}
          </ul>
          {list.data && items.length === 0 ? (
            <p className="muted small">{t(`none.${kind}`)}</p>
          ) : null}
          <Button kind="quiet" icon={<IconPlus aria-hidden />} onClick={() => setDraft(begin())}>
            {t(`add.${kind}`)}
          </Button>
        </>
      )}
    </div>
  );
}

function KeptLine({
  item,
  onTake,
  onEdit,
}: {
  item: Snippet;
  onTake: () => void;
  onEdit: () => void;
}) {
  const { t } = useTranslation('snippets');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const remove = useChange(
    api.snippets.remove.mutationOptions({
      onSuccess: () =>
        toast({
          text: t('removed', { name: item.name }),
          undo: () => void client.snippets.restore({ id: item.id }).catch(() => {}),
        }),
    }),
  );
  const { name } = item;
  return (
    <li>
      <button type="button" className="kept-take" onClick={onTake}>
        <b className="cut">{name}</b>
        <span className="cut small muted">{item.text}</span>
      </button>
      <IconButton label={t('edit', { name })} icon={<IconPencil />} onClick={onEdit} />
      <IconButton
        label={t('remove', { name })}
        icon={<IconTrash />}
        onClick={() => remove.mutate({ id: item.id })}
      />
    </li>
  );
}

function KeptForm({
  kind,
  draft,
  onDraft,
}: {
  kind: SnippetKind;
  draft: Draft;
  onDraft: (draft: Draft | undefined) => void;
}) {
  const { t } = useTranslation('snippets');
  const api = useApi();
  const save = useChange(
    api.snippets.save.mutationOptions({ onSuccess: () => onDraft(undefined) }),
  );
  const text = kind === 'hashtags' ? tidySet(draft.text) : draft.text.trim();
  const isReady = draft.name.trim() !== '' && text !== '';
  return (
    <form
      className="kept-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!isReady) return;
        const { id, name } = draft;
        save.mutate({ ...(id && { id }), kind, name: name.trim(), text });
      }}
    >
      <TextField
        label={t('name')}
        value={draft.name}
        maxLength={80}
        autoFocus
        onChange={(name) => onDraft({ ...draft, name })}
      />
      {kind === 'mention' ? (
        <TextField
          label={t('userName')}
          value={draft.text}
          maxLength={60}
          onChange={(next) => onDraft({ ...draft, text: next })}
        />
      ) : (
        <TextArea
          label={t(`text.${kind}`)}
          rows={4}
          value={draft.text}
          maxLength={5000}
          hint={kind === 'hashtags' ? t('count', { count: hashtagsIn(text).length }) : undefined}
          onChange={(next) => onDraft({ ...draft, text: next })}
        />
      )}
      <div className="kept-foot">
        <Button onClick={() => onDraft(undefined)}>{t('cancel')}</Button>
        <Button kind="primary" type="submit" disabled={!isReady} busy={save.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

/** Words without a sign get one: a set holds hashtags only. */
export function tidySet(text: string): string {
  const words = text.split(/[\s,;]+/).filter(Boolean);
  const tags = words.map((word) => `#${word.replace(/^#+/, '')}`).filter((tag) => tag !== '#');
  return [...new Set(tags)].join(' ');
}
