import { IconDots } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useToast } from '../../../ui/toast.tsx';
import { wordsOf, type Words } from './use-wish.ts';

type Props = { words: Words; onChange: (words: Words) => void };

/** Which kept words stand in the field; keeping those that stand there. */
export function KeepTemplate({ words, onChange }: Props) {
  const { t } = useTranslation('series');
  const api = useApi();
  const { client } = useStudio();
  const toast = useToast();
  const [isNaming, setNaming] = useState(false);
  const listed = useQuery(api.series.templates.queryOptions());
  const save = useChange(api.series.saveTemplate.mutationOptions());
  const remove = useChange(api.series.removeTemplate.mutationOptions());
  const items = listed.data?.items ?? [];
  const chosen = items.find((one) => isSame(wordsOf(one, words), words));
  const own = chosen && !chosen.builtIn ? chosen : undefined;
  const deeds: MenuItem[] = [
    { label: t('keep.save'), run: () => setNaming(true) },
    {
      label: t('keep.remove', { name: own?.name ?? '' }),
      disabled: own === undefined,
      danger: true,
      run: () => {
        if (!own) return;
        const undo = () => void client.series.restoreTemplate({ id: own.id });
        const text = t('keep.removed', { name: own.name });
        remove.mutate({ id: own.id }, { onSuccess: () => toast({ text, undo }) });
      },
    },
  ];
  return (
    <div className="fp-keep">
      <SelectField
        label={t('keep.label')}
        labelHidden
        value={chosen?.id ?? ''}
        options={[
          ...(chosen ? [] : [{ value: '', label: t('keep.own') }]),
          ...items.map((one) => ({ value: one.id, label: one.name })),
        ]}
        onChange={(id) =>
          onChange(
            wordsOf(
              items.find((one) => one.id === id),
              words,
            ),
          )
        }
      />
      <Menu target={<IconButton label={t('keep.menu')} icon={<IconDots />} />} items={deeds} />
      {isNaming ? (
        <NameDialog
          onClose={() => setNaming(false)}
          onName={(name) => {
            const { text, facebook, instagram } = words;
            const captions = { ...(facebook && { facebook }), ...(instagram && { instagram }) };
            const same = items.find((one) => !one.builtIn && one.name === name);
            save.mutate({ name, text, captions, ...(same && { id: same.id }) });
            setNaming(false);
          }}
        />
      ) : null}
    </div>
  );
}

function NameDialog({ onName, onClose }: { onName: (name: string) => void; onClose: () => void }) {
  const { t } = useTranslation('series');
  const [name, setName] = useState('');
  const isNamed = name.trim() !== '';
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('keep.title')}
      footer={
        <>
          <Button onClick={onClose}>{t('cancel')}</Button>
          <Button kind="primary" disabled={!isNamed} onClick={() => onName(name.trim())}>
            {t('keep.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('keep.name')}
        value={name}
        maxLength={80}
        data-autofocus
        onChange={setName}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && isNamed) onName(name.trim());
        }}
      />
    </Dialog>
  );
}

function isSame(one: Words, other: Words): boolean {
  return (
    one.text === other.text && one.facebook === other.facebook && one.instagram === other.instagram
  );
}
