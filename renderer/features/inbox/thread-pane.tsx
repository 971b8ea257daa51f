import { useEffect, useRef, useState } from 'react';
import { useShortcut } from '../../ui/use-shortcut.ts';
import './team/team.css';
import { useCommands } from './hand/use-commands.ts';
import { ContextPane } from './context-pane.tsx';
import { ReplyBox } from './reply-box.tsx';
import { HistoryDialog } from './team/history-dialog.tsx';
import { ThreadFoot } from './team/thread-foot.tsx';
import { useClaim, useThreadTeam, type Claim } from './team/use-claim.ts';
import { useSeeMentions } from './team/use-see-mentions.ts';
import { ThreadFlow } from './thread-flow.tsx';
import { ThreadHead } from './thread-head.tsx';
import type { Earlier, OpenThread } from './use-open-thread.ts';
import { useReplyBox, type BoxUses } from './use-reply-box.ts';
import type { ThreadDeeds } from './use-thread-deeds.ts';

type PaneProps = {
  thread: OpenThread;
  earlier: Earlier | undefined;
  deeds: ThreadDeeds;
  onDone: () => void;
  onUnread: () => void;
  onLeave: () => void;
  /** Opens what is kept for answers. */
  onManage: () => void;
  /** The caret begins in the box. */
  startsWriting: boolean;
  boxUses: BoxUses;
};

/** One thread with its reply box, and beside it what it is about. */
export function ThreadPane({ thread, deeds, ...pane }: PaneProps) {
  const { notes } = useThreadTeam(thread.threadId);
  const claim = useClaim(thread.threadId);
  useSeeMentions(thread.threadId);
  const { box, field, write, insert } = useWriting(thread, claim, pane);
  const [aside, setAside] = useState(false);
  const [isNoting, setNoting] = useState(false);
  const [isLookingBack, setLookingBack] = useState(false);
  useCommands({ answer: write, note: () => setNoting(true) });
  useShortcut('Escape', () => setAside(false), aside);
  return (
    <>
      <section className="inbox-thread" aria-label={thread.person.name}>
        <ThreadHead
          thread={thread}
          deeds={deeds}
          onDone={pane.onDone}
          onUnread={pane.onUnread}
          aside={aside}
          onAside={() => setAside(!aside)}
          onNote={() => setNoting(true)}
          onHistory={() => setLookingBack(true)}
          onLeave={pane.onLeave}
        />
        <ThreadFlow
          thread={thread}
          notes={notes}
          earlier={pane.earlier}
          onHide={deeds.hide}
          onEdit={(comment) => {
            box.startEdit(comment);
            write();
          }}
          onTake={(comment) => insert(comment.text)}
          onMention={({ from }) => insert(`@${from.name} `)}
        />
        <ThreadFoot
          threadId={thread.threadId}
          claim={claim}
          isNoting={isNoting}
          onNoted={() => setNoting(false)}
        >
          <ReplyBox thread={thread} box={box} fieldRef={field} onManage={pane.onManage} />
        </ThreadFoot>
      </section>
      {isLookingBack ? (
        <HistoryDialog threadId={thread.threadId} onClose={() => setLookingBack(false)} />
      ) : null}
      <div className={aside ? 'inbox-aside inbox-aside-open' : 'inbox-aside'}>
        <ContextPane thread={thread} onInsert={insert} />
      </div>
    </>
  );
}

/** The reply box and the caret in it. */
function useWriting(
  thread: OpenThread,
  claim: Claim,
  { boxUses, startsWriting }: Pick<PaneProps, 'boxUses' | 'startsWriting'>,
) {
  const box = useReplyBox(thread, boxUses, claim);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    if (startsWriting) field.current?.focus();
  }, [startsWriting]);
  const write = () => field.current?.focus();
  const insert = (words: string) => {
    box.insert(words);
    write();
  };
  return { box, field, write, insert };
}
