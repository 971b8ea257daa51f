import './inbox.css';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { useTranslation } from 'react-i18next';
import { InboxEmpty } from './inbox-empty.tsx';
import { ListHead } from './list-head.tsx';
import { neighbourOf, stepThread } from './step-thread.ts';
import { ThreadList } from './thread-list.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { useInboxView, type InboxView } from './use-inbox-view.ts';
import { useOpenThread } from './use-open-thread.ts';
import { useThreadDeeds } from './use-thread-deeds.ts';

/** Every comment in one list, the open thread, and what it is about. */
export function InboxPage() {
  const { t } = useTranslation('inbox-ui');
  const inbox = useInboxView();
  const { threadId, open, thread } = useOpenThread(inbox);
  const deeds = useThreadDeeds();
  const { threads } = inbox;
  useShortcut('j', () => open(stepThread(threads, threadId, 1)));
  useShortcut('k', () => open(stepThread(threads, threadId, -1)));
  const shown = thread.data;
  const leave = () => open(shown && neighbourOf(threads, shown.threadId));
  const toggleDone = () => {
    if (!shown) return;
    deeds.setDone(shown, !shown.done, () => open(shown.threadId));
    if (!shown.done) leave();
  };
  return (
    <div className="inbox">
      <section className="inbox-list" aria-label={t('title')}>
        <ListHead inbox={inbox} />
        <ListBody inbox={inbox} openId={threadId} onOpen={open} />
      </section>
      {shown ? (
        <ThreadPane
          key={shown.threadId}
          thread={shown}
          earlier={thread.earlier}
          deeds={deeds}
          onDone={toggleDone}
          onUnread={() => {
            deeds.setUnread(shown);
            leave();
          }}
          onLeave={leave}
        />
      ) : (
        <NoThread error={thread.error} onFirst={() => open(undefined)} />
      )}
    </div>
  );
}

function ListBody({
  inbox,
  openId,
  onOpen,
}: {
  inbox: InboxView;
  openId: string | undefined;
  onOpen: (threadId: string) => void;
}) {
  const problem = useProblem();
  const { pages, threads } = inbox;
  if (pages.error)
    return (
      <div className="inbox-list-note">
        <ProblemBlock problem={problem(pages.error)} />
      </div>
    );
  if (pages.isPending) return <SkeletonRows />;
  if (threads.length === 0) return <InboxEmpty inbox={inbox} />;
  return (
    <>
      {inbox.instead ? <Instead words={inbox.instead} /> : null}
      <ThreadList inbox={inbox} openId={openId} onOpen={onOpen} />
    </>
  );
}

/** Nobody wrote the words as they were typed. */
function Instead({ words }: { words: readonly string[] }) {
  const { t } = useTranslation('inbox-ui');
  return (
    <p className="inbox-instead small muted" role="status">
      {t('instead', { words: words.join(' ') })}
    </p>
  );
}

function NoThread({ error, onFirst }: { error: unknown; onFirst: () => void }) {
  const { t } = useTranslation('inbox-ui');
  const problem = useProblem();
  return (
    <div className="inbox-nothing">
      {error ? (
        <ProblemBlock
          problem={problem(error)}
          actions={<Button onClick={onFirst}>{t('openFirst')}</Button>}
        />
      ) : null}
    </div>
  );
}
