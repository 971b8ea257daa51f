import { useTranslation } from 'react-i18next';
import type { Thread } from '../../../../shared/contract/inbox.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { useNow } from '../../../link/use-now.ts';
import { useTeam } from '../../../link/use-team.ts';
import { AnswerSeveral } from './answer-several.tsx';
import { KeysDialog } from './keys-dialog.tsx';
import { QuickPick } from './quick-pick.tsx';
import { SavedRepliesDialog } from '../replies/saved-replies-dialog.tsx';
import { snoozeTimes } from '../snooze-times.ts';
import type { ThreadDeeds } from '../use-thread-deeds.ts';

export type HandDialog = 'later' | 'assign' | 'keys' | 'replies' | 'several';

/** What stands in front of the inbox while the hand is at it. */
export function HandDialogs({
  asked: { dialog: asked, threads },
  deeds,
  onLeave,
  onClose,
}: {
  /** Which, and what a choice is done to. */
  asked: { dialog: HandDialog; threads: readonly Thread[] };
  deeds: ThreadDeeds;
  /** These threads leave the list that is looked at. */
  onLeave: () => void;
  onClose: () => void;
}) {
  if (asked === 'keys') return <KeysDialog onClose={onClose} />;
  if (asked === 'replies') return <SavedRepliesDialog onClose={onClose} />;
  if (threads.length === 0) return null;
  const of = { threads, deeds, onClose };
  if (asked === 'several') return <AnswerSeveral threads={threads} onClose={onClose} />;
  if (asked === 'later') return <PickLater {...of} onLeave={onLeave} />;
  if (asked === 'assign') return <PickPerson {...of} />;
  return null;
}

type Pick = { threads: readonly Thread[]; deeds: ThreadDeeds; onClose: () => void };

function PickLater({ threads, deeds, onLeave, onClose }: Pick & { onLeave: () => void }) {
  const { t } = useTranslation('inbox-hand');
  const { t: tInbox } = useTranslation('inbox-ui');
  const formats = useFormats();
  const now = useNow();
  const choices = snoozeTimes(now, formats.zone).map(({ name, at }) => ({
    key: name,
    label: tInbox(`aside.${name}`),
    right: <span className="small muted num">{formats.dateTime(at, now)}</span>,
    run: () => {
      deeds.snoozeAll(threads, at);
      onLeave();
    },
  }));
  return <QuickPick title={t('keys.later')} choices={choices} onClose={onClose} />;
}

function PickPerson({ threads, deeds, onClose }: Pick) {
  const { t } = useTranslation('inbox-hand');
  const { t: tInbox } = useTranslation('inbox-ui');
  const { people, me } = useTeam();
  const mine = people.filter(({ id }) => id === me);
  const others = people.filter(({ id }) => id !== me);
  const choices = [...mine, ...others].map(({ id, name }) => ({
    key: id,
    label: id === me ? tInbox('aside.toMe') : name,
    run: () => deeds.assignAll(threads, id),
  }));
  const nobody = {
    key: 'nobody',
    label: tInbox('aside.toNobody'),
    run: () => deeds.assignAll(threads),
  };
  const isGiven = threads.some(({ assigneeId }) => assigneeId !== undefined);
  return (
    <QuickPick
      title={t('keys.assign')}
      choices={isGiven ? [...choices, nobody] : choices}
      empty={t('noPeople')}
      onClose={onClose}
    />
  );
}
