import './inbox.css';
import './hand/hand.css';
import './replies/replies.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '../../link/use-team.ts';
import { useProblem } from '../../link/use-problem.ts';
import { Button } from '../../ui/button.tsx';
import { ProblemBlock } from '../../ui/problem-block.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { calmText } from '../../../shared/rules/calm-text.ts';
import type { Thread } from '../../../shared/contract/inbox.ts';
import { useStable } from '../../ui/use-stable.ts';
import { EarlyBox } from './early-box.tsx';
import { earlyLetters, noLetters } from './early-letters.ts';
import { HandDialogs } from './hand/hand-dialogs.tsx';
import { SelectionBar } from './hand/selection-bar.tsx';
import { SelectionProvider, useSelection } from './hand/selection-context.ts';
import { useInboxHand } from './hand/use-inbox-hand.ts';
import { InboxEmpty } from './inbox-empty.tsx';
import { ListHead } from './list-head.tsx';
import { MentionsOfMe } from './team/mentions-of-me.tsx';
import { ThreadList } from './thread-list.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { useDrafts, useNoteDrafts } from './use-drafts.ts';
import { useInboxView, type InboxView } from './use-inbox-view.ts';
import { useOpenThread } from './use-open-thread.ts';
import type { BoxUses } from './use-reply-box.ts';
import { useThreadDeeds } from './use-thread-deeds.ts';

/** Every comment in one list, the open thread, and what it is about. */
export function InboxPage() {
  const { t } = useTranslation('inbox-ui');
  const inbox = useInboxView();
  const { threadId, open, thread } = useOpenThread(inbox);
  const deeds = useThreadDeeds();
  const selection = useSelection(inbox.threads);
  const shown = thread.data;
  const { threads, more } = inbox;
  const hand = useInboxHand({ threads, openId: threadId, open, shown, deeds, selection, more });
  const { people } = useTeam();
  const boxUses = useBoxUses(hand, threadId);
  const noteDrafts = useNoteDrafts();
  return (
    <SelectionProvider value={selection}>
      <div className="inbox">
        <section className="inbox-list" aria-label={t('title')}>
          <ListHead inbox={inbox} />
          {inbox.view === 'mine' ? <MentionsOfMe onOpen={open} /> : null}
          <ListBody inbox={inbox} openId={threadId} onOpen={open} />
          <SelectionBar
            onAnswer={() => hand.ask('several')}
            onDone={hand.toggleDone}
            onLater={() => hand.ask('later')}
            onAssign={people.length > 0 ? () => hand.ask('assign') : undefined}
          />
        </section>
        {shown ? (
          <ThreadPane
            key={shown.threadId}
            thread={shown}
            earlier={thread.earlier}
            deeds={deeds}
            onDone={hand.toggleDone}
            onUnread={hand.keepUnread}
            onLeave={hand.leave}
            onManage={() => hand.ask('replies')}
            startsWriting={hand.startsWriting}
            boxUses={boxUses}
            noteDrafts={noteDrafts}
          />
        ) : thread.isLoading && threadId !== undefined && hand.writeIn === threadId ? (
          <EarlyThread key={threadId} threadId={threadId} threads={threads} uses={boxUses} />
        ) : (
          <NoThread error={thread.error} onFirst={() => open(undefined)} />
        )}
      </div>
      {hand.asked ? (
        <HandDialogs asked={hand.asked} deeds={deeds} onLeave={hand.settle} onClose={hand.close} />
      ) : null}
    </SelectionProvider>
  );
}

/** What the reply box of whichever thread works with. */
function useBoxUses(
  { answerNext, comeBack, undo, noting }: ReturnType<typeof useInboxHand>,
  openId: string | undefined,
): BoxUses {
  const drafts = useDrafts();
  const [early] = useState(earlyLetters);
  const isOpen = useStable((threadId: string) => threadId === openId);
  return {
    drafts,
    early,
    onNext(from, words) {
      const next = answerNext(() => drafts.read(from, undefined) === '');
      if (words === '') return;
      if (next === undefined) drafts.giveBack(from, words);
      else early.write(next, { ...noLetters, text: words });
    },
    onBack: comeBack,
    isOpen,
    undo,
    noting,
  };
}

/** A thread that is still being read, where somebody writes already. */
function EarlyThread({
  threadId,
  threads,
  uses,
}: {
  threadId: string;
  threads: readonly Thread[];
  uses: BoxUses;
}) {
  const { t } = useTranslation('inbox-ui');
  const name = threads.find((thread) => thread.threadId === threadId)?.person.name ?? '';
  const person = calmText(name) || t('someone');
  return (
    <section className="inbox-thread inbox-thread-early" aria-label={person}>
      <EarlyBox threadId={threadId} person={person} uses={uses} />
    </section>
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
