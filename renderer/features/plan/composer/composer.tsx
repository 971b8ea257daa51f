import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../../shared/contract/accounts.ts';
import type { Post } from '../../../../shared/contract/posts.ts';
import { firstLine } from '../../../../shared/rules/caption.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { Sheet } from '../../../ui/sheet.tsx';
import { ConflictBlock } from './conflict/conflict-block.tsx';
import { RepeatDialog } from '../repeats/repeat-dialog.tsx';
import { RepeatNote } from '../repeats/repeat-note.tsx';
import { ComposerColumns } from './composer-columns.tsx';
import { ComposerFoot } from './composer-foot.tsx';
import { ComposerMenu } from './composer-menu.tsx';
import { useDraftOf } from './draft-of.ts';
import { useStoredWords } from './deeds/use-stored-words.ts';
import { beginWall } from './read-when.ts';
import { ReviewButton } from './review/review-button.tsx';
import { ReviewNote } from './review/review-note.tsx';
import { StalePriceNote } from './stale-price-note.tsx';
import { SavedSign } from './saved-sign.tsx';
import { TargetsList } from './targets-list.tsx';
import { useAssetIds } from './use-assets.ts';
import type { Begin } from './use-composer-start.ts';
import { usePostDeeds } from './use-post-deeds.ts';
import { usePostDraft, type ComposerStart } from './use-post-draft.ts';

type Props = {
  start: ComposerStart;
  accounts: readonly Account[];
  begin: Begin;
  onCreated: (postId: string) => void;
  onOpen: (postId: string) => void;
  onClose: () => void;
};

/** The fields that say where and by whom it goes out. */
const planFields = ['accountIds', 'kind', 'handOver'] as const;
const fixed = new Set(['publishing', 'published', 'uncertain']);

/** What is out, or may be, no longer changes: the words on the network would differ. */
export function isFixed(post: Post | undefined): boolean {
  const targets = post?.targets.filter((target) => target.state !== 'cancelled') ?? [];
  return targets.some((target) => fixed.has(target.state));
}

/** Media left, words in the middle, the phone right; when and where at the foot. */
export function Composer({ start, accounts, begin, onCreated, onOpen, onClose }: Props) {
  const { t } = useTranslation('composer');
  const draft = usePostDraft(start, onCreated);
  const post = useStored(draft.postId) ?? start.post;
  const [wall, setWall] = useState(start.post?.plan?.wall.slice(0, 16) ?? beginWall(begin.wall));
  const [repeating, setRepeating] = useState(false);
  const deeds = usePostDeeds({ draft, onOpen, onClose });
  const planDraft = useDraftOf(draft, planFields);
  const assetIds = useAssetIds(draft.content.media);
  const readOnly = isFixed(post);
  useStoredWords(draft, post, readOnly);
  const title = firstLine(draft.content.caption) || post?.title || t('newPost');
  return (
    <Sheet
      className="composer-sheet"
      title={title}
      beside={<SavedSign state={draft.saveState} />}
      actions={
        <>
          {draft.postId === undefined ? null : (
            <ReviewButton postId={draft.postId} readOnly={readOnly} />
          )}
          <ComposerMenu post={post} accounts={accounts} deeds={deeds} />
        </>
      }
      onClose={onClose}
      footer={
        <ComposerFoot
          draft={planDraft}
          assetIds={assetIds}
          hasFirstComment={Boolean(draft.content.firstComment)}
          post={post}
          accounts={accounts}
          readOnly={readOnly}
          wall={wall}
          onWall={setWall}
          onRepeat={setRepeating}
          deeds={deeds}
        />
      }
    >
      <RepeatNote draft={draft} onClose={onClose} />
      <Notes draft={draft} deeds={deeds} post={post} accounts={accounts} />
      <ComposerColumns
        draft={draft}
        accounts={accounts}
        readOnly={readOnly}
        wall={wall}
        onWall={setWall}
      />
      {repeating && !readOnly ? (
        <RepeatDialog draft={draft} wall={wall} onClose={() => setRepeating(false)} />
      ) : null}
    </Sheet>
  );
}

/** The post as the studio has it now; undefined before it was ever saved. */
function useStored(postId: string | undefined): Post | undefined {
  const api = useApi();
  const input = { postId: postId ?? '-' };
  return useQuery(api.posts.get.queryOptions({ input, enabled: postId !== undefined })).data;
}

/** What stands above the columns: states of a post that was planned, and problems. */
function Notes({
  draft,
  deeds,
  post,
  accounts,
}: {
  draft: ReturnType<typeof usePostDraft>;
  deeds: ReturnType<typeof usePostDeeds>;
  post: Post | undefined;
  accounts: readonly Account[];
}) {
  const { t } = useTranslation(['composer', 'deeds']);
  const problem = useProblem();
  const failed = draft.saveState === 'failed' ? problem(draft.saveError) : undefined;
  const version = failed?.code === 'conflict' ? Number(failed.params['version']) : Number.NaN;
  return (
    <div className="composer-notes">
      {Number.isFinite(version) ? <ConflictBlock draft={draft} version={version} /> : null}
      {failed && !Number.isFinite(version) ? (
        <ProblemBlock
          problem={failed}
          actions={
            failed.code === 'post-not-editable' ? (
              <Button onClick={() => deeds.run({ kind: 'keepAsDraft' })}>
                {t('deeds:keepAsDraft')}
              </Button>
            ) : (
              <Button onClick={() => void draft.flush().catch(() => {})}>{t('saveAgain')}</Button>
            )
          }
        />
      ) : null}
      {post?.stalePrice ? <StalePriceNote price={post.stalePrice} /> : null}
      {deeds.problem ? <ProblemBlock problem={deeds.problem} /> : null}
      {draft.postId === undefined ? null : <ReviewNote postId={draft.postId} flush={draft.flush} />}
      {post && post.targets.length > 0 ? <TargetsList post={post} accounts={accounts} /> : null}
    </div>
  );
}
