import type { ReactNode } from 'react';
import { ClaimBanner } from './claim-banner.tsx';
import { NoteBox } from './note-box.tsx';
import type { Claim } from './use-claim.ts';
import type { NoteState } from './use-note.ts';

/** Under the conversation: a note that is being written, who else answers, and the reply box. */
export function ThreadFoot({
  threadId,
  claim,
  note,
  children,
}: {
  threadId: string;
  claim: Claim;
  note: NoteState;
  children: ReactNode;
}) {
  return (
    <div className="inbox-foot">
      {note.isOpen ? <NoteBox threadId={threadId} note={note} /> : null}
      <ClaimBanner claim={claim} />
      {children}
    </div>
  );
}
