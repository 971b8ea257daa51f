import { useRef, useState } from 'react';
import { useShortcut } from '../../ui/use-shortcut.ts';
import { ContextPane } from './context-pane.tsx';
import { ReplyBox } from './reply-box.tsx';
import { ThreadFlow } from './thread-flow.tsx';
import { ThreadHead } from './thread-head.tsx';
import type { Earlier, OpenThread } from './use-open-thread.ts';
import { useReplyBox } from './use-reply-box.ts';
import type { ThreadDeeds } from './use-thread-deeds.ts';

/** One thread with its reply box, and beside it what it is about. */
export function ThreadPane({
  thread,
  earlier,
  deeds,
  onDone,
  onUnread,
  onLeave,
}: {
  thread: OpenThread;
  earlier: Earlier | undefined;
  deeds: ThreadDeeds;
  onDone: () => void;
  onUnread: () => void;
  onLeave: () => void;
}) {
  const box = useReplyBox(thread);
  const field = useRef<HTMLTextAreaElement>(null);
  const [aside, setAside] = useState(false);
  const write = () => field.current?.focus();
  const insert = (words: string) => {
    box.insert(words);
    write();
  };
  useShortcut('r', write);
  useShortcut('e', onDone);
  useShortcut('Escape', () => setAside(false), aside);
  return (
    <>
      <section className="inbox-thread" aria-label={thread.person.name}>
        <ThreadHead
          thread={thread}
          deeds={deeds}
          onDone={onDone}
          onUnread={onUnread}
          aside={aside}
          onAside={() => setAside(!aside)}
          onLeave={onLeave}
        />
        <ThreadFlow
          thread={thread}
          earlier={earlier}
          onHide={deeds.hide}
          onEdit={(comment) => {
            box.startEdit(comment);
            write();
          }}
          onTake={(comment) => insert(comment.text)}
        />
        <ReplyBox thread={thread} box={box} fieldRef={field} />
      </section>
      <div className={aside ? 'inbox-aside inbox-aside-open' : 'inbox-aside'}>
        <ContextPane thread={thread} onInsert={insert} />
      </div>
    </>
  );
}
