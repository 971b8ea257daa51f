import { useRef, useState } from 'react';
import { useStable } from '../../ui/use-stable.ts';
import type { InboxComment } from '../../../shared/contract/inbox.ts';
import { useShortcut } from '../../ui/use-shortcut.ts';
import './team/team.css';
import { useCommands } from './hand/use-commands.ts';
import { ContextPane } from './context-pane.tsx';
import type { Drafts } from './drafts.ts';
import { ReplyBox, type BoxHandle } from './reply-box.tsx';
import { HistoryDialog } from './team/history-dialog.tsx';
import { ThreadFoot } from './team/thread-foot.tsx';
import { useClaim, useThreadTeam } from './team/use-claim.ts';
import { useNote } from './team/use-note.ts';
import { useSeeMentions } from './team/use-see-mentions.ts';
import { ThreadFlow } from './thread-flow.tsx';
import { ThreadHead } from './thread-head.tsx';
import type { Earlier, OpenThread } from './use-open-thread.ts';
import type { BoxUses } from './use-reply-box.ts';
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
  noteDrafts: Drafts;
};

/** One thread with its reply box, and beside it what it is about. */
export function ThreadPane({ thread, deeds, ...pane }: PaneProps) {
  const { notes, draft } = useThreadTeam(thread.threadId);
  const claim = useClaim(thread.threadId);
  useSeeMentions(thread.threadId);
  const { box, ...writing } = useBoxHandle();
  const hide = useStable(deeds.hide);
  const [aside, setAside] = useState(false);
  const note = useNote(thread.threadId, pane.noteDrafts, draft);
  const [isLookingBack, setLookingBack] = useState(false);
  useCommands({ answer: writing.write, note: () => note.open() });
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
          onNote={() => note.open()}
          onHistory={() => setLookingBack(true)}
          onLeave={pane.onLeave}
        />
        <ThreadFlow
          thread={thread}
          notes={notes}
          earlier={pane.earlier}
          onHide={hide}
          onEdit={writing.edit}
          onTake={writing.take}
          onMention={writing.mention}
        />
        <ThreadFoot threadId={thread.threadId} claim={claim} note={note}>
          <ReplyBox
            ref={box}
            thread={thread}
            claim={claim}
            uses={pane.boxUses}
            startsWriting={pane.startsWriting}
            onManage={pane.onManage}
          />
        </ThreadFoot>
      </section>
      {isLookingBack ? (
        <HistoryDialog threadId={thread.threadId} onClose={() => setLookingBack(false)} />
      ) : null}
      <div className={aside ? 'inbox-aside inbox-aside-open' : 'inbox-aside'}>
        <ContextPane thread={thread} onInsert={writing.insert} />
      </div>
    </>
  );
}

/** What the rest of the thread does with its reply box, which alone is drawn with each letter. */
function useBoxHandle() {
  const box = useRef<BoxHandle>(null);
  return {
    box,
    write: () => box.current?.write(),
    insert: useStable((words: string) => box.current?.insert(words)),
    edit: useStable((comment: InboxComment) => box.current?.edit(comment)),
    take: useStable(({ text }: InboxComment) => box.current?.insert(text)),
    mention: useStable(({ from }: InboxComment) => box.current?.insert(`@${from.name} `)),
  };
}
