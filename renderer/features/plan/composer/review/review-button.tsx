import './review.css';
import { IconMessages } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { memo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../../link/link-provider.tsx';
import { Button } from '../../../../ui/button.tsx';
import { Popover } from '../../../../ui/popover.tsx';
import { Segments } from '../../../../ui/segments.tsx';
import { HistoryList } from './history-list.tsx';
import { NotesList } from './notes-list.tsx';

/** Opens what colleagues wrote about the post, and what became of it. */
export const ReviewButton = memo(function ReviewButton({
  postId,
  readOnly,
}: {
  postId: string;
  readOnly: boolean;
}) {
  const { t } = useTranslation('review');
  const api = useApi();
  const [opened, setOpened] = useState(false);
  const [view, setView] = useState<'notes' | 'history'>('notes');
  const review = useQuery(api.review.get.queryOptions({ input: { postId } })).data;
  if (!review) return null;
  const open = review.notes.filter((note) => !note.resolved).length;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      widthPx={400}
      label={t('open')}
      target={
        <Button
          kind="quiet"
          icon={<IconMessages aria-hidden />}
          aria-expanded={opened}
          aria-label={t('openCount', { count: open })}
          onClick={() => setOpened(!opened)}
        >
          {open > 0 ? <span className="num">{open}</span> : null}
        </Button>
      }
    >
      <div className="review">
        <Segments
          label={t('open')}
          value={view}
          options={[
            { value: 'notes', label: t('notes') },
            { value: 'history', label: t('past') },
          ]}
          onChange={setView}
        />
        {view === 'notes' ? (
          <NotesList postId={postId} notes={review.notes} />
        ) : (
          <HistoryList postId={postId} history={review.history} readOnly={readOnly} />
        )}
      </div>
    </Popover>
  );
});
