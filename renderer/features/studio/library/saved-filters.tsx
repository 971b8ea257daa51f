import { IconBookmark, IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SavedFilter } from '../../../../shared/contract/library.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { Library } from './use-library.ts';

/** Questions kept under names: to ask again, to keep the one that is asked now, to let go. */
export function SavedFilters({ library, onAsked }: { library: Library; onAsked: () => void }) {
  const { t } = useTranslation('library');
  const api = useApi();
  const toast = useToast();
  const found = useQuery(api.library.filters.queryOptions());
  const save = useChange(api.library.saveFilter.mutationOptions());
  const remove = useChange(api.library.removeFilter.mutationOptions());
  const letGo = ({ id, name, query }: SavedFilter) =>
    remove.mutate(
      { filterId: id },
      {
        onSuccess: () =>
          toast({ text: t('saved.removed', { name }), undo: () => save.mutate({ name, query }) }),
      },
    );
  const filters = found.data?.items ?? [];
  return (
    <div className="lib-saved">
      {filters.length > 0 ? <span className="small muted">{t('saved.title')}</span> : null}
      {filters.length > 0 ? (
        <ul>
          {filters.map((filter) => (
            <li key={filter.id}>
              <button
                type="button"
                className="lib-saved-name"
                onClick={() => {
                  library.ask(filter.query);
                  onAsked();
                }}
              >
                <IconBookmark aria-hidden />
                <span className="cut">{filter.name}</span>
              </button>
              <IconButton
                label={t('saved.remove', { name: filter.name })}
                icon={<IconTrash />}
                onClick={() => letGo(filter)}
              />
            </li>
          ))}
        </ul>
      ) : null}
      <KeepThis onKeep={(name) => save.mutate({ name, query: library.query })} library={library} />
    </div>
  );
}

/** Only what narrows the list is worth a name. */
function KeepThis({ library, onKeep }: { library: Library; onKeep: (name: string) => void }) {
  const { t } = useTranslation('library');
  const [name, setName] = useState<string>();
  const [wasNamed, setNamed] = useState(false);
  if (!Object.keys(library.query).some((key) => key !== 'sort')) return null;
  if (name === undefined)
    return (
      // The field that had the focus is gone: the panel keeps it, and hears Escape.
      <TextButton autoFocus={wasNamed} onClick={() => setName('')}>
        {t('saved.keep')}
      </TextButton>
    );
  return (
    <form
      className="lib-saved-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim()) onKeep(name.trim());
        setNamed(true);
        setName(undefined);
      }}
    >
      <TextField autoFocus label={t('saved.name')} value={name} maxLength={60} onChange={setName} />
      <Button type="submit" disabled={name.trim() === ''}>
        {t('saved.keepIt')}
      </Button>
    </form>
  );
}
