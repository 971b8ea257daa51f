import {
  IconCheck,
  IconEyeOff,
  IconInfoCircle,
  IconMailOpened,
  IconNote,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { NetworkIcon } from '../../ui/network-icon.tsx';
import { AssignMenu } from './team/assign-menu.tsx';
import { LanguageChip } from './team/language-chip.tsx';
import { AsideMenu } from './aside-menu.tsx';
import { calmText } from '../../../shared/rules/calm-text.ts';
import { replyTarget } from './reply-target.ts';
import type { ThreadDeeds } from './use-thread-deeds.ts';

/** Who speaks, and what can be done with the whole thread. */
export function ThreadHead({
  thread,
  deeds,
  onDone,
  onUnread,
  aside,
  onAside,
  onNote,
  onHistory,
  onLeave,
}: {
  thread: Thread;
  deeds: ThreadDeeds;
  onDone: () => void;
  onUnread: () => void;
  /** Whether the folded context is open; only narrow windows fold it. */
  aside: boolean;
  onAside: () => void;
  onNote: () => void;
  onHistory: () => void;
  /** The thread leaves the list that is looked at. */
  onLeave: () => void;
}) {
  const { t } = useTranslation('inbox-ui');
  const { t: tTeam } = useTranslation('inbox-team');
  const name = calmText(thread.person.name) || t('someone');
  return (
    <header className="inbox-thread-head">
      <h2>
        <bdi className="cut">{name}</bdi>
      </h2>
      <NetworkIcon network={thread.network} />
      <LanguageChip language={thread.language} />
      <span className="grow" />
      <HideNewest thread={thread} deeds={deeds} />
      <IconButton
        label={t('markUnread')}
        icon={<IconMailOpened aria-hidden />}
        onClick={onUnread}
      />
      <IconButton label={tTeam('note.add')} icon={<IconNote aria-hidden />} onClick={onNote} />
      <AssignMenu thread={thread} deeds={deeds} />
      <IconButton
        className="inbox-fold"
        label={t('context')}
        icon={<IconInfoCircle aria-hidden />}
        aria-expanded={aside}
        onClick={onAside}
      />
      <AsideMenu thread={thread} deeds={deeds} onHistory={onHistory} onLeave={onLeave} />
      <Button icon={<IconCheck aria-hidden />} aria-pressed={thread.done} onClick={onDone}>
        {t('done')}
      </Button>
    </header>
  );
}

/** Hides the customer's newest word, where it can be seen. */
function HideNewest({ thread, deeds }: { thread: Thread; deeds: ThreadDeeds }) {
  const { t } = useTranslation('inbox-ui');
  const newest = replyTarget(thread.comments);
  if (!newest || newest.mine || newest.hidden || newest.state === 'deleted') return null;
  return (
    <IconButton
      label={t('hide')}
      icon={<IconEyeOff aria-hidden />}
      onClick={() => deeds.hide(newest, true)}
    />
  );
}
