import { useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Account } from '../../../shared/contract/accounts.ts';
import type { PostContent } from '../../../shared/contract/posts.ts';
import { useApi, useStudio } from '../../link/link-provider.tsx';
import type { StudioClient } from '../../link/studio-api.ts';
import { useProblem } from '../../link/use-problem.ts';
import { useToast } from '../../ui/toast.tsx';

/** Where it leads: to the plan, to the first of the posts, or to the plan with all of them in the next
 *  free ones of the shop's usual hours. */
type Open = 'plan' | 'post' | 'placed';

/** Turns drafts into posts, leads to the plan, and takes them back for ten seconds. */
export function usePreparePosts() {
  const { t } = useTranslation('studio-page');
  const api = useApi();
  const { client } = useStudio();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const toast = useToast();
  const problem = useProblem();
  const [isBusy, setBusy] = useState(false);
  const complain = (error: unknown) => {
    const { title, what, todo } = problem(error);
    toast({ title, text: `${what} ${todo}`.trim() });
  };
  const undo = async (postIds: readonly string[]) => {
    try {
      for (const postId of postIds) await client.posts.remove({ postId });
    } catch (error) {
      complain(error);
    }
  };
  const prepare = async (
    draftsFor: (accounts: readonly Account[]) => PostContent[],
    open: Open,
  ) => {
    if (isBusy) return;
    setBusy(true);
    const postIds: string[] = [];
    let placed = 0;
    try {
      const { accounts } = await queries.fetchQuery(api.accounts.list.queryOptions());
      for (const draft of await withAlts(client, draftsFor(accounts))) {
        const { postId } = await client.posts.create(draft);
        postIds.push(postId);
      }
      if (open === 'placed') placed = (await client.posts.placeNext({ postIds })).placed.length;
    } catch (error) {
      complain(error);
    } finally {
      setBusy(false);
    }
    const [first] = postIds;
    if (first === undefined) return;
    const text = t(placed > 0 ? 'placed' : 'prepared', { count: placed || postIds.length });
    toast({ text, undo: () => void undo(postIds) });
    void navigate({ to: '/plan', search: open === 'post' ? { post: first } : {} });
  };
  return { isBusy, prepare };
}

/** Each picture brings its words along for those who cannot see it: the merchant's, or suggested ones. */
async function withAlts(client: StudioClient, drafts: PostContent[]): Promise<PostContent[]> {
  const assetIds = [...new Set(drafts.flatMap(({ media }) => media.map((one) => one.assetId)))];
  if (assetIds.length === 0) return drafts;
  const { items } = await client.alt.read({ assetIds: assetIds.slice(0, 200) });
  const words = new Map(items.map((one) => [one.assetId, one.text ?? one.suggested]));
  return drafts.map((draft) => ({
    ...draft,
    media: draft.media.map((one) => ({ ...one, alt: words.get(one.assetId) ?? one.alt })),
  }));
}
