import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useId, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerTag } from '../../../../shared/contract/customers.ts';
import { personColour } from '../../../../shared/contract/team.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { TextButton } from '../../../ui/text-button.tsx';
import { TextField } from '../../../ui/text-field.tsx';

/** What the person is known as here, in a word and a colour each. */
export function PersonTags({ threadId, tags }: { threadId: string; tags: readonly CustomerTag[] }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const [isAdding, setAdding] = useState(false);
  const tag = useChange(api.customers.tag.mutationOptions());
  return (
    <div className="inbox-tags" role="group" aria-label={t('tags.title')}>
      {tags.map((one) => (
        <span key={one.id} className={`inbox-tag inbox-tag-${one.colour}`}>
          <ColourMenu tag={one} />
          <button
            type="button"
            aria-label={t('tags.take', { tag: one.name })}
            onClick={() => tag.mutate({ threadId, remove: [one.id] })}
          >
            <IconX aria-hidden />
          </button>
        </span>
      ))}
      {isAdding ? (
        <NewTag
          given={tags}
          onAdd={(name) => tag.mutate({ threadId, add: [name] })}
          onClose={() => setAdding(false)}
        />
      ) : tags.length === 0 ? (
        <TextButton className="small" onClick={() => setAdding(true)}>
          {t('tags.add')}
        </TextButton>
      ) : (
        <IconButton
          label={t('tags.add')}
          icon={<IconPlus aria-hidden />}
          onClick={() => setAdding(true)}
        />
      )}
    </div>
  );
}

/** The name of a tag; under it the colours it may have, for everybody who wears it. */
function ColourMenu({ tag }: { tag: CustomerTag }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const change = useChange(api.customers.changeTag.mutationOptions());
  const items = personColour.options.map((colour) => ({
    label: t(`tags.colours.${colour}`),
    icon: <span className={`inbox-colour inbox-tag-${colour}`} aria-hidden="true" />,
    disabled: colour === tag.colour,
    run: () => change.mutate({ tagId: tag.id, colour }),
  }));
  const button = (
    <button type="button" className="cut" title={t('tags.colour', { tag: tag.name })}>
      {tag.name}
    </button>
  );
  return <Menu target={button} items={items} align="start" />;
}

/** A tag by name, with those that exist to choose from. */
function NewTag({
  given,
  onAdd,
  onClose,
}: {
  given: readonly CustomerTag[];
  onAdd: (name: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const listId = useId();
  const [text, setText] = useState('');
  const known = useQuery(api.customers.tags.queryOptions({ input: {} })).data?.items ?? [];
  const add = () => {
    const name = text.trim();
    if (name !== '') onAdd(name);
    setText('');
    onClose();
  };
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        add();
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onClose();
      }}
    >
      <TextField
        label={t('tags.new')}
        labelHidden
        placeholder={t('tags.new')}
        autoFocus
        value={text}
        list={listId}
        maxLength={40}
        onChange={setText}
        onBlur={add}
      />
      <datalist id={listId}>
        {known
          .filter(({ id }) => !given.some((tag) => tag.id === id))
          .map(({ id, name }) => (
            <option key={id} value={name} />
          ))}
      </datalist>
    </form>
  );
}
