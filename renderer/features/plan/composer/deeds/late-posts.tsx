import './deeds.css';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useMutation, useQueries, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Post } from '../../../../../shared/contract/posts.ts';
import { useFormats } from '../../../../link/formats-context.tsx';
import { useApi, useStudio } from '../../../../link/link-provider.tsx';
import { Button } from '../../../../ui/button.tsx';
import { CheckBox } from '../../../../ui/check-box.tsx';
import { Dialog } from '../../../../ui/dialog.tsx';
import { TextButton } from '../../../../ui/text-button.tsx';
import { Thumbnail } from '../../../../ui/thumbnail.tsx';
import { useToast } from '../../../../ui/toast.tsx';
import { settleLate, type LateDeed } from './settle-late.ts';

/** Above the calendar: posts that missed their time, until each is decided. */
export function LatePosts({ onOpen }: { onOpen: (postId: string) => void }) {
  const { t } = useTranslation('deeds');
  const api = useApi();
  const [opened, setOpened] = useState(false);
  const missed = useQuery(api.publishing.targets.queryOptions({ input: { state: 'missed' } }));
  const postIds = [...new Set(missed.data?.targets.map((target) => target.postId))];
  if (postIds.length === 0) return null;
  return (
    <section className="late-bar">
      <IconAlertTriangle aria-hidden />
      <b className="grow">{t('late.bar', { count: postIds.length })}</b>
      <Button onClick={() => setOpened(true)}>{t('late.decide')}</Button>
      {opened ? (
        <LateDialog postIds={postIds} onOpen={onOpen} onClose={() => setOpened(false)} />
      ) : null}
    </section>
  );
}

const mostShown = 100;

function LateDialog({
  postIds,
  onOpen,
  onClose,
}: {
  postIds: readonly string[];
  onOpen: (postId: string) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('deeds');
  const [left, setLeft] = useState<readonly string[]>([]);
  const shown = postIds.slice(0, mostShown);
  const chosen = shown.filter((postId) => !left.includes(postId));
  const { run, busy } = useSettle(chosen, chosen.length === postIds.length ? onClose : undefined);
  return (
    <Dialog
      opened
      onClose={onClose}
      title={t('late.title', { count: postIds.length })}
      widthPx={640}
      footer={
        <>
          <Button size="lg" disabled={busy || chosen.length === 0} onClick={() => run('draft')}>
            {t('late.draft')}
          </Button>
          <Button size="lg" disabled={busy || chosen.length === 0} onClick={() => run('place')}>
            {t('late.place')}
          </Button>
          <Button
            kind="primary"
            size="lg"
            busy={busy}
            disabled={chosen.length === 0}
            onClick={() => run('publish')}
          >
            {t('late.publish')}
          </Button>
        </>
      }
    >
      <div className="deed-dialog">
        <p>{t('late.what')}</p>
        <LateList
          postIds={shown}
          left={left}
          onLeft={setLeft}
          onOpen={(postId) => {
            onClose();
            onOpen(postId);
          }}
        />
      </div>
    </Dialog>
  );
}

function LateList({
  postIds,
  left,
  onLeft,
  onOpen,
}: {
  postIds: readonly string[];
  left: readonly string[];
  onLeft: (left: readonly string[]) => void;
  onOpen: (postId: string) => void;
}) {
  const api = useApi();
  const posts = useQueries({
    queries: postIds.map((postId) => api.posts.get.queryOptions({ input: { postId } })),
  }).flatMap(({ data }) => (data ? [data] : []));
  return (
    <ul className="late-list">
      {posts.map((post) => (
        <li key={post.id} className="late-row">
          <CheckBox
            bare
            label={post.title}
            checked={!left.includes(post.id)}
            onChange={(on) => onLeft(on ? left.filter((id) => id !== post.id) : [...left, post.id])}
          />
          <Thumbnail url={post.thumbUrl} widthPx={40} heightPx={48} />
          <LateWords post={post} onOpen={() => onOpen(post.id)} />
        </li>
      ))}
    </ul>
  );
}

function LateWords({ post, onOpen }: { post: Post; onOpen: () => void }) {
  const { t } = useTranslation('deeds');
  const formats = useFormats();
  const when = post.plan ? formats.dateTime(post.plan.at) : '';
  return (
    <span>
      <TextButton onClick={onOpen}>{post.title}</TextButton>
      <span className="small muted num">{t('late.due', { when })}</span>
    </span>
  );
}

const saidOf = { publish: 'published', place: 'placed', draft: 'drafted' } as const;

function useSettle(postIds: readonly string[], onDone: (() => void) | undefined) {
  const { t } = useTranslation('deeds');
  const { client } = useStudio();
  const toast = useToast();
  const work = useMutation({
    networkMode: 'always',
    mutationFn: (deed: LateDeed) => settleLate(client, deed, postIds),
    onSuccess: ({ done, left }, deed) => {
      const some = left > 0 ? t('late.some', { count: left }) : '';
      const text = done > 0 ? t(`late.${saidOf[deed]}`, { count: done }) : '';
      toast({ text: [text, some].filter(Boolean).join(' ') });
      if (left === 0) onDone?.();
    },
  });
  return { run: work.mutate, busy: work.isPending };
}
