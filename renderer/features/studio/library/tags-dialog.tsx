import { IconTrash } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { LibraryDeeds } from './use-library-deeds.ts';

/** Every tag with how often it is given: to rename, to merge by the same name, to remove. */
export function TagsDialog({ deeds, onClose }: { deeds: LibraryDeeds; onClose: () => void }) {
  const { t } = useTranslation('library');
  const api = useApi();
  const toast = useToast();
  const found = useQuery(api.library.tags.queryOptions({ input: {} }));
  const rename = useChange(api.library.renameTag.mutationOptions());
  const keep = (tagId: string, name: string) =>
    rename.mutate(
      { tagId, name },
      { onSuccess: ({ merged }) => (merged ? toast({ text: t('tags.merged', { name }) }) : null) },
    );
  return (
    <Dialog opened onClose={onClose} title={t('tags.title')}>
      <p className="small muted">{t('tags.help')}</p>
      <ul className="lib-tag-list">
        {found.data?.items.map((tag) => (
          <TagLine
            key={`${tag.id}-${tag.name}`}
            tag={tag}
            onRename={(name) => keep(tag.id, name)}
            onRemove={() => deeds.removeTag(tag.id)}
          />
        ))}
      </ul>
      {found.data?.items.length === 0 ? <p className="muted">{t('tags.none')}</p> : null}
    </Dialog>
  );
}

function TagLine({
  tag,
  onRename,
  onRemove,
}: {
  tag: { id: string; name: string; count: number };
  onRename: (name: string) => void;
  onRemove: () => void;
}) {
  const { t } = useTranslation('library');
  const [name, setName] = useState(tag.name);
  const keep = () => {
    if (name.trim() === '') setName(tag.name);
    else if (name.trim() !== tag.name) onRename(name.trim());
  };
  return (
    <li>
      <TextField
        label={t('tags.name', { tag: tag.name })}
        labelHidden
        value={name}
        maxLength={60}
        onChange={setName}
        onBlur={keep}
        onKeyDown={(event) => event.key === 'Enter' && keep()}
      />
      <span className="small muted num">{t('count', { count: tag.count })}</span>
      <IconButton
        label={t('tags.remove', { tag: tag.name })}
        icon={<IconTrash />}
        onClick={onRemove}
      />
    </li>
  );
}
