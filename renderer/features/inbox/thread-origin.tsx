import { IconAlertTriangle, IconAt, IconMessage } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { useFormats } from '../../link/formats-context.tsx';
import { useNow } from '../../link/use-now.ts';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import type { OpenThread } from './use-open-thread.ts';

/** Where a thread stands that is under no post of ours, and what of it could not be read. */
export function ThreadOrigin({ thread }: { thread: OpenThread }) {
  const { t } = useTranslation('inbox-reading');
  const { kind, network, messageWindow } = thread;
  return (
    <>
      {kind === 'mention' ? (
        <p className="inbox-under small muted">
          <NetworkIcon network={network} />
          <IconAt size={16} aria-hidden />
          <span>{t('mention')}</span>
        </p>
      ) : null}
      {kind === 'message' ? (
        <p className="inbox-under small muted">
          <NetworkIcon network={network} />
          <IconMessage size={16} aria-hidden />
          <span>
            {t('message')} <WindowLeft window={messageWindow} />
          </span>
        </p>
      ) : null}
      {thread.incomplete ? (
        <StateSign tone="sun" icon={<IconAlertTriangle aria-hidden />}>
          {t(kind === 'message' ? 'incompleteMessages' : 'incomplete')}
        </StateSign>
      ) : null}
    </>
  );
}

/** How long the network still takes an answer. */
function WindowLeft({ window }: { window: OpenThread['messageWindow'] }) {
  const { t } = useTranslation('inbox-reading');
  const formats = useFormats();
  const now = useNow();
  if (!window) return null;
  const { until, humanUntil } = window;
  const say = (instant: string) => ({ when: formats.near(instant, now) });
  if (until > now) return t('window.open', say(until));
  if (humanUntil > now) return t('window.human', say(humanUntil));
  return t('window.closed');
}
