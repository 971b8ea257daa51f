import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import type { Post, PostContent } from '../../../../shared/contract/posts.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { createAutosave, type SaveState } from '../../../link/create-autosave.ts';
import { windowRescue } from './rescue-store.ts';

export type ComposerStart = {
  /** Absent for a post not yet stored. */
  post?: Post | undefined;
  content: PostContent;
  /** The version that the content was written on, when that is no longer the stored one. */
  baseVersion?: number | undefined;
  /** The content came with the address or was rescued: it is to be saved at once. */
  isNew: boolean;
};

export type PostDraft = {
  content: PostContent;
  change: (patch: Partial<PostContent>) => void;
  postId: string | undefined;
  saveState: SaveState;
  saveError: unknown;
  /** Saves everything and answers the post's id. */
  flush: () => Promise<string>;
  /** After two windows changed the same post: go on from this version with one's own words. */
  takeVersion: (version: number) => void;
  /** After the same: take the stored words, and let go of one's own. */
  takeStored: (post: Post) => void;
};

/** The fields of a stored post that its composer changes. */
export function contentOf(post: Post): PostContent {
  const { accountIds, caption, captions, media, link, firstComment, kind } = post;
  const { campaignId, collaborators, coverMs, coverAssetId, handOver } = post;
  return {
    ...{ accountIds, caption, captions, media, link, firstComment, kind },
    ...{ campaignId, collaborators, coverMs, coverAssetId, handOver },
  };
}

/** The post as it is being written: kept in the browser with each key, in the studio within a second. */
export function usePostDraft(start: ComposerStart, onCreated: (postId: string) => void): PostDraft {
  const { client } = useStudio();
  const rescue = useMemo(() => windowRescue(), []);
  const [content, setContent] = useState(start.content);
  const [postId, setPostId] = useState(start.post?.id);
  const [save, setSave] = useState<{ state: SaveState; error?: unknown }>({ state: 'clean' });
  const stored = useRef({
    postId: start.post?.id,
    version: start.baseVersion ?? start.post?.version ?? 0,
  });
  const latest = useRef(content);
  const created = useRef(onCreated);
  created.current = onCreated;

  const autosave = useMemo(
    () =>
      createAutosave<PostContent>({
        delayMs: 700,
        onState: (state, error) => setSave({ state, error }),
        save: async (value) => {
          const { postId: id, version } = stored.current;
          const answer = id
            ? await client.posts.save({ ...value, postId: id, version })
            : await client.posts.create(value);
          stored.current = { postId: answer.postId, version: answer.version };
          rescue.drop(id);
          // Words written while this save ran are not in the studio yet.
          if (latest.current !== value) rescue.keep(answer.postId, answer.version, latest.current);
          if (!id) {
            setPostId(answer.postId);
            created.current(answer.postId);
          }
        },
      }),
    [client, rescue],
  );

  useEffect(() => () => void autosave.flush().catch(() => {}), [autosave]);
  const isNew = start.isNew;
  useEffect(() => {
    if (isNew) autosave.touch(latest.current);
  }, [autosave, isNew]);

  const change = useCallback(
    (patch: Partial<PostContent>) => {
      const next = { ...latest.current, ...patch };
      latest.current = next;
      setContent(next);
      rescue.keep(stored.current.postId, stored.current.version, next);
      autosave.touch(next);
    },
    [autosave, rescue],
  );

  const flush = useCallback(async () => {
    if (!stored.current.postId) autosave.touch(latest.current);
    await autosave.flush();
    return stored.current.postId ?? '';
  }, [autosave]);

  const takeVersion = useCallback(
    (version: number) => {
      stored.current = { ...stored.current, version };
      autosave.touch(latest.current);
    },
    [autosave],
  );

  const takeStored = useCallback(
    (post: Post) => {
      autosave.forget();
      rescue.drop(post.id);
      stored.current = { postId: post.id, version: post.version };
      latest.current = contentOf(post);
      setContent(latest.current);
    },
    [autosave, rescue],
  );

  return {
    content,
    change,
    postId,
    saveState: save.state,
    saveError: save.error,
    flush,
    takeVersion,
    takeStored,
  };
}
