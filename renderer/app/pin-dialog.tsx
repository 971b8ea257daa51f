import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../shared/contract/team.ts';
import { useApi } from '../link/link-provider.tsx';
import { useChange } from '../link/use-change.ts';
import { useProblem } from '../link/use-problem.ts';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { TextField } from '../ui/text-field.tsx';

/** Asks the person for the PIN before the studio takes them for who they say. */
export function PinDialog({ person, onClose }: { person: Person; onClose: () => void }) {
  const { t } = useTranslation(['team', 'ui']);
  const api = useApi();
  const problem = useProblem();
  const [pin, setPin] = useState('');
  // A wrong PIN is told beside the field, not as a toast.
  const act = useChange(
    api.team.actAs.mutationOptions({ onSuccess: onClose, onError: () => setPin('') }),
  );
  const told = act.error && pin === '' ? problem(act.error) : undefined;
  const send = () => act.mutate({ personId: person.id, pin });
  return (
    <Dialog
      opened
      onClose={onClose}
      widthPx={400}
      title={t('pinOf', { name: person.name })}
      footer={
        <>
          <Button kind="quiet" size="lg" onClick={onClose}>
            {t('ui:back')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            busy={act.isPending}
            disabled={pin.length < 4}
            onClick={send}
          >
            {t('enter')}
          </Button>
        </>
      }
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          if (pin.length >= 4) send();
        }}
      >
        <TextField
          label={t('pin')}
          type="password"
          inputMode="numeric"
          maxLength={12}
          data-autofocus
          value={pin}
          error={told ? `${told.title}. ${told.todo}` : undefined}
          onChange={(typed) => setPin(typed.replace(/\D/g, ''))}
        />
      </form>
    </Dialog>
  );
}
