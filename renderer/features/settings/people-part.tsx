import './people.css';
import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Role } from '../../../shared/contract/team.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useChange } from '../../link/use-change.ts';
import { useTeam } from '../../link/use-team.ts';
import { Button } from '../../ui/button.tsx';
import { Switch } from '../../ui/switch.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { PersonLine } from './person-line.tsx';
import { RoleField } from './role-field.tsx';

/** Who works at this computer, what each may do, and whether posts need a second person's yes. */
export function PeoplePart() {
  const { t } = useTranslation('team');
  const api = useApi();
  const { people, approval } = useTeam();
  const [adding, setAdding] = useState(false);
  const setApproval = useChange(api.team.setApproval.mutationOptions());
  return (
    <div className="settings-form">
      {people.length === 0 ? <p>{t('alone')}</p> : null}
      {people.length > 0 ? (
        <ul className="settings-list people-list">
          {people.map((person) => (
            <PersonLine key={person.id} person={person} />
          ))}
        </ul>
      ) : null}
      {adding ? (
        <NewPerson onDone={() => setAdding(false)} />
      ) : (
        <div>
          <Button icon={<IconPlus aria-hidden />} onClick={() => setAdding(true)}>
            {t('add')}
          </Button>
        </div>
      )}
      {people.length > 0 ? (
        <div className="people-rule">
          <Switch
            label={t('approvalRule')}
            checked={approval}
            busy={setApproval.isPending}
            onChange={(on) => setApproval.mutate({ approval: on })}
          />
          <p className="small muted">{t('approvalHow')}</p>
        </div>
      ) : null}
    </div>
  );
}

function NewPerson({ onDone }: { onDone: () => void }) {
  const { t } = useTranslation(['team', 'ui']);
  const api = useApi();
  const [name, setName] = useState('');
  const [is, setRole] = useState<Role>('author');
  const add = useChange(api.team.add.mutationOptions({ onSuccess: onDone }));
  return (
    <div className="people-new" role="group" aria-label={t('add')}>
      <div className="settings-pair">
        <TextField label={t('name')} maxLength={60} value={name} onChange={setName} />
        <RoleField value={is} onChange={setRole} />
      </div>
      <p className="small muted">{t(`can.${is}`)}</p>
      <div className="settings-line">
        <Button
          kind="primary"
          busy={add.isPending}
          disabled={name.trim() === ''}
          onClick={() => add.mutate({ name: name.trim(), role: is })}
        >
          {t('save')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('ui:back')}
        </Button>
      </div>
    </div>
  );
}
