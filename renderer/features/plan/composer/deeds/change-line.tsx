import './deeds.css';
import { IconRefresh, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { PublishedChange, Target } from '../../../../../shared/contract/publishing.ts';
import { useFormats } from '../../../../link/formats-context.tsx';
import { useApi } from '../../../../link/link-provider.tsx';
import { useChange } from '../../../../link/use-change.ts';
import { Button } from '../../../../ui/button.tsx';
import { Chip } from '../../../../ui/chip.tsx';

/** How a change of what is out stands: words, deletion, or that Facebook has it already. */
export function ChangeLine({ target }: { target: Target }) {
  const { t } = useTranslation('deeds');
  const formats = useFormats();
  const api = useApi();
  const leave = useChange(api.publishing.cancelChange.mutationOptions());
  const retry = useChange(api.publishing.retry.mutationOptions());
  const { change, removedAt, handedOver } = target;
  if (handedOver && !handedOver.takingBack)
    return (
      <p className="change-line small muted">
        {t('change.handedAt', { when: formats.dateTime(handedOver.at) })}
      </p>
    );
  const isKept = target.reason?.code === 'take-back-failed';
  if (isKept)
    return (
      <Button busy={retry.isPending} onClick={() => retry.mutate({ targetId: target.id })}>
        {t('change.retry')}
      </Button>
    );
  if (!change) return null;
  const stand = standOf(change);
  const when = removedAt ? formats.dateTime(removedAt) : '';
  const targetId = target.id;
  return (
    <div>
      <p className="change-line">
        <Chip
          tone={tones[stand]}
          icon={change.kind === 'deletion' ? <IconTrash /> : <IconRefresh />}
        >
          {t(`change.${change.kind}.${stand}`, { when })}
        </Chip>
        {stand === 'waiting' ? (
          <Button busy={leave.isPending} onClick={() => leave.mutate({ targetId })}>
            {t('change.leave')}
          </Button>
        ) : null}
        {stand === 'failed' ? (
          <Button busy={retry.isPending} onClick={() => retry.mutate({ targetId })}>
            {t('change.retry')}
          </Button>
        ) : null}
      </p>
      {change.reason ? (
        <p className="small">
          {change.reason.text} {change.reason.todo}
        </p>
      ) : null}
    </div>
  );
}

type Stand = 'running' | 'waiting' | 'done' | 'failed';
const tones = { running: 'sky', waiting: 'sun', done: 'neutral', failed: 'berry' } as const;

function standOf({ state }: PublishedChange): Stand {
  if (state === 'published') return 'done';
  if (state === 'failed' || state === 'waiting') return state;
  return 'running';
}
