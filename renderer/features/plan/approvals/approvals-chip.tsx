import './approvals.css';
import { IconUserCheck } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useTeam } from '../../../link/use-team.ts';
import { Chip } from '../../../ui/chip.tsx';
import { useComposerAddress } from '../use-plan.ts';
import { ApprovalsDialog } from './approvals-dialog.tsx';

/** How many posts wait for a yes; only where the shop has people and some do. */
export function ApprovalsChip() {
  const { t } = useTranslation('review');
  const api = useApi();
  const { people } = useTeam();
  const address = useComposerAddress();
  const [opened, setOpened] = useState(false);
  const waiting = useQuery(
    api.review.waiting.queryOptions({ input: {}, enabled: people.length > 0 }),
  ).data?.items;
  if (!waiting || waiting.length === 0) return null;
  return (
    <>
      <Chip tone="sun" icon={<IconUserCheck aria-hidden />} onClick={() => setOpened(true)}>
        {t('waiting', { count: waiting.length })}
      </Chip>
      {opened ? (
        <ApprovalsDialog
          posts={waiting}
          onOpen={(postId) => {
            setOpened(false);
            address.open(postId);
          }}
          onClose={() => setOpened(false)}
        />
      ) : null}
    </>
  );
}
