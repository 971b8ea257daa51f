import { IconUser, IconWriting } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../../shared/contract/inbox.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useTeam } from '../../../link/use-team.ts';
import { windowId } from '../../../link/window-id.ts';
import { StateSign } from '../../../ui/state-sign.tsx';

/** Under a line of the list: who answers the thread just now, and whose it is. */
export function RowTeam({ thread, now }: { thread: Thread; now: string }) {
  const { t } = useTranslation('inbox-team');
  const api = useApi();
  const { people } = useTeam();
  const input = { holder: windowId };
  const claims = useQuery(api.teamwork.claims.queryOptions({ input })).data?.items;
  const claim = claims?.find(
    ({ threadId, mine, until }) => threadId === thread.threadId && !mine && until > now,
  );
  const given = people.find(({ id }) => id === thread.assigneeId);
  return (
    <>
      {claim ? (
        <StateSign tone="sun" icon={<IconWriting aria-hidden />}>
          {claim.otherWindow ? t('claim.rowMe') : t('claim.row', { person: claim.person.name })}
        </StateSign>
      ) : null}
      {given ? (
        <StateSign tone="muted" icon={<IconUser aria-hidden />}>
          {t('assign.isOf', { person: given.name })}
        </StateSign>
      ) : null}
    </>
  );
}
