import './repeats.css';
import { IconRepeat } from '@tabler/icons-react';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi, useStudio } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { useToast } from '../../../ui/toast.tsx';
import type { PostDraft } from '../composer/use-post-draft.ts';
import { RepeatDialog } from './repeat-dialog.tsx';
import { useRuleWords } from './use-rule-words.ts';

/** Says in the composer that a post repeats, and what can be done about those that follow. */
export function RepeatNote({ draft, onClose }: { draft: PostDraft; onClose: () => void }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const words = useRuleWords();
  const [changing, setChanging] = useState(false);
  const { postId } = draft;
  const { data } = useQuery(
    api.repeats.ofPost.queryOptions({
      input: { postId: postId ?? '-' },
      enabled: postId !== undefined,
    }),
  );
  const deeds = useSeriesDeeds(draft, onClose);
  const { repeat, occurrence } = data ?? {};
  if (!repeat || !occurrence) return null;
  const { id, rule } = repeat;
  return (
    <div className="repeat-note">
      <IconRepeat aria-hidden />
      <p className="grow">
        {t('note.of', { when: words(rule) })}{' '}
        {occurrence.own ? <span className="muted">{t('note.own')}</span> : null}
      </p>
      {occurrence.own ? (
        <Button busy={deeds.isPending} onClick={() => deeds.mutate({ kind: 'following' })}>
          {t('note.following')}
        </Button>
      ) : null}
      <Menu
        target={<Button kind="quiet">{t('note.menu')}</Button>}
        items={[
          { label: t('note.rhythm'), run: () => setChanging(true) },
          {
            label: t('note.skip'),
            run: () => deeds.mutate({ kind: 'skip', repeatId: id, date: occurrence.date }),
          },
          'line',
          {
            label: t('note.end'),
            danger: true,
            run: () => deeds.mutate({ kind: 'end', repeatId: id, date: occurrence.date }),
          },
        ]}
      />
      {changing ? (
        <RepeatDialog
          draft={draft}
          wall={undefined}
          series={repeat}
          onClose={() => setChanging(false)}
        />
      ) : null}
    </div>
  );
}

type Deed = { kind: 'following' } | { kind: 'skip' | 'end'; repeatId: string; date: string };

function useSeriesDeeds(draft: PostDraft, onClose: () => void) {
  const { t } = useTranslation('repeats');
  const { client } = useStudio();
  const problem = useProblem();
  const toast = useToast();
  return useMutation({
    networkMode: 'always',
    mutationFn: async (deed: Deed) => {
      switch (deed.kind) {
        case 'following': {
          const postId = await draft.flush();
          await client.repeats.changeFollowing({ postId });
          toast({ text: t('note.applied') });
          return;
        }
        case 'skip': {
          const { repeatId, date } = deed;
          await client.repeats.skip({ repeatId, date });
          onClose();
          toast({
            text: t('note.skipped'),
            undo: () => void client.repeats.skip({ repeatId, date, undo: true }).catch(() => {}),
          });
          return;
        }
        case 'end':
          // This one stays: only what follows is taken back.
          await client.repeats.end({ repeatId: deed.repeatId, from: dayAfter(deed.date) });
          toast({ text: t('note.ended') });
      }
    },
    onError: (error) => {
      const { title, what, todo } = problem(error);
      toast({ title, text: `${what} ${todo}` });
    },
  });
}

function dayAfter(date: string): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}
