import type { ReactNode } from 'react';
import { ClaimBanner } from './claim-banner.tsx';
import { NoteBox } from './note-box.tsx';
import type { Claim } from './use-claim.ts';

/** Under the conversation: a note that is being written, who else answers, and the reply box. */
export function ThreadFoot({
  threadId,
  claim,
  isNoting,
  onNoted,
  children,
}: {
  threadId: string;
  claim: Claim;
  isNoting: boolean;
  onNoted: () => void;
  children: ReactNode;
}) {
  return (
    <div className="inbox-foot">
      {isNoting ? <NoteBox threadId={threadId} onClose={onNoted} /> : null}
      <ClaimBanner claim={claim} />
      {children}
    </div>
  );
}
