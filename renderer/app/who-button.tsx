import { IconCheck, IconLock, IconUserQuestion } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Person } from '../../shared/contract/team.ts';
import { useApi } from '../link/link-provider.tsx';
import { useChange } from '../link/use-change.ts';
import { useTeam } from '../link/use-team.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Button } from '../ui/button.tsx';
import { Menu } from '../ui/menu.tsx';
import { PinDialog } from './pin-dialog.tsx';

/** Who works here now; only where the shop has named its people. */
export function WhoButton() {
  const { t } = useTranslation('team');
  const api = useApi();
  const { people, current } = useTeam();
  const [asked, setAsked] = useState<Person>();
  const act = useChange(api.team.actAs.mutationOptions());
  if (people.length === 0) return null;
  const choose = (person: Person) => {
    if (person.hasPin) setAsked(person);
    else act.mutate({ personId: person.id });
  };
  return (
    <>
      <Menu
        target={
          <Button
            kind={current ? 'quiet' : 'plain'}
            icon={current ? <Avatar name={current.name} /> : <IconUserQuestion aria-hidden />}
          >
            <span className="cut top-who">{current?.name ?? t('whoIsThere')}</span>
          </Button>
        }
        items={people.map((person) => ({
          label: person.name,
          icon: <Avatar name={person.name} />,
          right: markOf(person, current),
          run: () => choose(person),
        }))}
      />
      {asked ? <PinDialog person={asked} onClose={() => setAsked(undefined)} /> : null}
    </>
  );
}

function markOf(person: Person, current: Person | undefined) {
  if (person.id === current?.id) return <IconCheck aria-hidden />;
  return person.hasPin ? <IconLock aria-hidden /> : null;
}
