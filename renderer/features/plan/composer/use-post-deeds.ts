import { useMutation } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { Disambiguation } from '../../../../shared/rules/zoned-time.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import type { ShownProblem } from '../../../link/problem-of.ts';
import { useNow } from '../../../link/use-now.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { useToast } from '../../../ui/toast.tsx';
import { useStable } from '../../../ui/use-stable.ts';
import type { PostDraft } from './use-post-draft.ts';

export type Deed =
  | { kind: 'schedule'; wall: string; zone: string; disambiguation?: Disambiguation | undefined }
  | { kind: 'publish' }
  | { kind: 'cancel' }
  | { kind: 'duplicate' }
  | { kind: 'remove' }
  | OnlineDeed;

/** What can be done about a post that is out, or is on its way. */
type OnlineDeed =
  | { kind: 'republish' }
  | { kind: 'changeText'; targetIds: readonly string[]; text: string }
  | { kind: 'deletePublished'; targetIds: readonly string[] }
  /** The words came too late for this post: they become another one. */
  | { kind: 'keepAsDraft' };

export type PostDeeds = {
  run: (deed: Deed) => void;
  busy: boolean;
  problem: ShownProblem | undefined;
};

type Surroundings = {
  draft: PostDraft;
  onOpen: (postId: string) => void;
  onClose: () => void;
};

/** What can be done with the post as a whole. What is written is saved first, always. */
export function usePostDeeds({ draft, onOpen, onClose }: Surroundings): PostDeeds {
  const problem = useProblem();
  const planned = usePlannedDeeds({ onOpen, onClose });
  const online = useOnlineDeeds({ draft, onOpen });
  const act = async (deed: Deed): Promise<void> => {
    if (deed.kind === 'keepAsDraft') return online('', deed);
    // A post that is out is not saved any more, but can still be copied.
    const postId = draft.postId && draft.saveState === 'clean' ? draft.postId : await draft.flush();
    switch (deed.kind) {
      case 'republish':
      case 'changeText':
      case 'deletePublished':
        return online(postId, deed);
      default:
        return planned(postId, deed);
    }
  };
  const deeds = useMutation({ mutationFn: act, networkMode: 'always' });
  // What was refused may be mended by the next word: the old problem goes with it.
  const forget = useStable(() => {
    if (!deeds.isIdle) deeds.reset();
  });
  useEffect(() => forget(), [draft.content, forget]);
  const { mutate: run, isPending: busy, error } = deeds;
  return useMemo(
    () => ({ run, busy, problem: error ? problem(error) : undefined }),
    [run, busy, error, problem],
  );
}

function usePlannedDeeds({ onOpen, onClose }: Omit<Surroundings, 'draft'>) {
  const { t } = useTranslation('composer');
  const { client } = useStudio();
  const toast = useToast();
  const now = Date.parse(useNow());
  return async (postId: string, deed: Exclude<Deed, OnlineDeed>): Promise<void> => {
    switch (deed.kind) {
      case 'schedule': {
        const { wall: at, zone, disambiguation } = deed;
        const chosen = { postId, at, zone };
        await client.posts.schedule({ ...chosen, ...(disambiguation ? { disambiguation } : {}) });
        toast({
          text: t('done.scheduled'),
          undo: () => void client.posts.cancel({ postId }).catch(() => {}),
        });
        return;
      }
      case 'publish':
        await client.posts.publishNow({ postId });
        toast({ text: t('done.publishing') });
        return;
      case 'cancel': {
        const { plan } = await client.posts.get({ postId });
        await client.posts.cancel({ postId });
        // Nothing can be planned for a time that is over.
        const isAhead = plan !== undefined && Date.parse(plan.at) > now;
        const back = () => client.posts.schedule({ postId, at: plan?.at ?? '', zone: plan?.zone });
        toast({
          text: t('done.cancelled'),
          ...(isAhead ? { undo: () => void back().catch(() => {}) } : {}),
        });
        return;
      }
      case 'duplicate':
        onOpen((await client.posts.duplicate({ postId })).postId);
        toast({ text: t('done.duplicated') });
        return;
      case 'remove': {
        await client.posts.remove({ postId });
        onClose();
        const restore = () => client.posts.restore({ postId }).then(() => onOpen(postId));
        toast({ text: t('done.removed'), undo: () => void restore().catch(() => {}) });
      }
    }
  };
}

function useOnlineDeeds({ draft, onOpen }: Omit<Surroundings, 'onClose'>) {
  const { t } = useTranslation('deeds');
  const { client } = useStudio();
  const toast = useToast();
  return async (postId: string, deed: OnlineDeed): Promise<void> => {
    switch (deed.kind) {
      case 'republish':
        onOpen((await client.posts.republish({ postId })).postId);
        toast({ text: t('done.republished') });
        return;
      case 'changeText':
        for (const targetId of deed.targetIds)
          await client.publishing.changeText({ targetId, text: deed.text });
        toast({ text: t('done.textAsked') });
        return;
      case 'deletePublished':
        for (const targetId of deed.targetIds)
          await client.publishing.deletePublished({ targetId });
        toast({ text: t('done.deleteAsked') });
        return;
      case 'keepAsDraft':
        onOpen((await client.posts.create(draft.content)).postId);
        toast({ text: t('done.keptAsDraft') });
    }
  };
}
