import { IconLock, IconLockOpen, IconTrash } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../../shared/contract/team.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { Avatar } from '../../ui/avatar.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { RoleField } from './role-field.tsx';

/** One person: name, role, PIN, and the way out. */
export function PersonLine({ person }: { person: Person }) {
  const { t } = useTranslation('team');
  const api = useApi();
  const [open, setOpen] = useState<'pin' | 'remove'>();
  const change = useChange(api.team.change.mutationOptions());
  const remove = useChange(
    api.team.remove.mutationOptions({ onSuccess: () => setOpen(undefined) }),
  );
  const { id: personId, name } = person;
  return (
    <li className="person-line">
      <Avatar name={name} />
      <NameField name={name} onSave={(typed) => change.mutate({ personId, name: typed })} />
      <RoleField
        labelHidden
        value={person.role}
        onChange={(role) => change.mutate({ personId, role })}
      />
      <IconButton
        label={t(person.hasPin ? 'pinChange' : 'pinSet', { name })}
        icon={person.hasPin ? <IconLock /> : <IconLockOpen />}
        onClick={() => setOpen('pin')}
      />
      <IconButton
        label={t('remove', { name })}
        icon={<IconTrash />}
        onClick={() => setOpen('remove')}
      />
      {open === 'pin' ? (
        <PinForm
          person={person}
          onSave={(pin) => {
            change.mutate({ personId, pin });
            setOpen(undefined);
          }}
          onClose={() => setOpen(undefined)}
        />
      ) : null}
      <ConfirmDialog
        opened={open === 'remove'}
        title={t('removeTitle', { name })}
        text={t('removeText')}
        action={t('removeDo')}
        danger
        busy={remove.isPending}
        onConfirm={() => remove.mutate({ personId })}
        onClose={() => setOpen(undefined)}
      />
    </li>
  );
}

/** Saved when it is left; an empty one goes back to what it was. */
function NameField({ name, onSave }: { name: string; onSave: (name: string) => void }) {
  const { t } = useTranslation('team');
  const [typed, setTyped] = useState(name);
  return (
    <TextField
      label={t('name')}
      labelHidden
      maxLength={60}
      value={typed}
      onChange={setTyped}
      onBlur={() => {
        if (typed.trim() === '') setTyped(name);
        else if (typed.trim() !== name) onSave(typed.trim());
      }}
    />
  );
}

function PinForm({
  person,
  onSave,
  onClose,
}: {
  person: Person;
  onSave: (pin: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation(['team', 'ui']);
  const [pin, setPin] = useState('');
  return (
    <Dialog
      opened
      onClose={onClose}
      widthPx={400}
      title={t('pinOf', { name: person.name })}
      footer={
        <>
          {person.hasPin ? (
            <Button kind="quiet" size="lg" onClick={() => onSave('')}>
              {t('pinNone')}
            </Button>
          ) : (
            <Button kind="quiet" size="lg" onClick={onClose}>
              {t('ui:back')}
            </Button>
          )}
          <Button kind="primary" size="lg" disabled={pin.length < 4} onClick={() => onSave(pin)}>
            {t('save')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('pin')}
        hint={t('pinHow')}
        inputMode="numeric"
        maxLength={12}
        data-autofocus
        value={pin}
        onChange={(typed) => setPin(typed.replace(/\D/g, ''))}
      />
    </Dialog>
  );
}
