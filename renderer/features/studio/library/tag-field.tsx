import { IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { LibraryTag } from '../../../../shared/contract/library.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** Tags that are given, and a field for another one, with those that exist to choose from. */
export function TagField({
  tags,
  onAdd,
  onRemove,
}: {
  tags: readonly LibraryTag[];
  onAdd: (name: string) => void;
  onRemove?: (tag: LibraryTag) => void;
}) {
  const { t } = useTranslation('library');
  const api = useApi();
  const listId = useId();
  const [text, setText] = useState('');
  const known = useQuery(api.library.tags.queryOptions({ input: {} }));
  const given = new Set(tags.map(({ id }) => id));
  const add = () => {
    const names = text.split(/[,;]/).map((name) => name.trim());
    for (const name of names) if (name) onAdd(name);
    setText('');
  };
  return (
    <div className="lib-tags">
      {tags.map((tag) => (
        <span key={tag.id} className="lib-tag">
          <span className="cut">{tag.name}</span>
          {onRemove ? (
            <button
              type="button"
              aria-label={t('tags.take', { tag: tag.name })}
              onClick={() => onRemove(tag)}
            >
              <IconX aria-hidden />
            </button>
          ) : null}
        </span>
      ))}
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <TextField
          label={t('tags.add')}
          labelHidden
          placeholder={t('tags.add')}
          value={text}
          list={listId}
          maxLength={60}
          onChange={setText}
          onBlur={add}
        />
        <datalist id={listId}>
          {known.data?.items
            .filter(({ id }) => !given.has(id))
            .map(({ id, name }) => (
              <option key={id} value={name} />
            ))}
        </datalist>
      </form>
    </div>
  );
}
