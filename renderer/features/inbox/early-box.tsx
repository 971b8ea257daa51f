import { useLayoutEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useCommands } from './hand/use-commands.ts';
import { matchesKeys } from '../../ui/use-shortcut.ts';
import { unsent, type Early } from './early-letters.ts';
import { inboxKeys } from './hand/inbox-keys.ts';
import type { BoxUses } from './use-reply-box.ts';

/** Takes what is typed while the thread is still being read: without it letters would be commands. */
export function EarlyBox({
  threadId,
  person,
  uses,
}: {
  threadId: string;
  person: string;
  uses: BoxUses;
}) {
  const { t } = useTranslation('inbox-ui');
  const { t: tHand } = useTranslation('inbox-hand');
  const field = useRef<HTMLTextAreaElement>(null);
  const { early } = uses;
  const [letters, setLetters] = useState(() => unsent(early.read(threadId)));
  useLayoutEffect(() => field.current?.focus(), []);
  useCommands({ answer: () => field.current?.focus() });
  const set = (next: Early) => {
    setLetters(next);
    early.write(threadId, next);
  };
  const { text, sends, rest } = letters;
  const label = t('box.reply', { person });
  return (
    <div className="inbox-box">
      <textarea
        ref={field}
        rows={2}
        aria-label={label}
        placeholder={label}
        value={sends ? rest : text}
        onChange={({ currentTarget: { value } }) =>
          set(sends ? { ...letters, rest: value } : { ...letters, text: value })
        }
        onKeyDown={(event) => {
          const isSend = event.key === 'Enter' && (event.ctrlKey || event.metaKey);
          if (isSend && text.trim() !== '' && !sends)
            set({ ...letters, sends: event.shiftKey ? 'on' : 'here' });
          else if (
            matchesKeys(inboxKeys.undo, event.nativeEvent) &&
            event.currentTarget.value === ''
          ) {
            // An answer that has just been sent is taken back from here too.
            if (!uses.undo()) return;
          } else if (event.key === 'Escape') event.currentTarget.blur();
          else if (!isSend) return;
          event.preventDefault();
        }}
      />
      {sends ? (
        <p className="small muted" role="status">
          {tHand('early', { text })}
        </p>
      ) : null}
    </div>
  );
}
