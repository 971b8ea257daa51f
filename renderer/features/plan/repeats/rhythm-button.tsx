import './repeats.css';
import { IconRepeat } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { MovedNote } from './moved-note.tsx';
import { PoolsPart } from './pools-part.tsx';
import { QueuePart } from './queue-part.tsx';
import { SeriesPart } from './series-part.tsx';

type Part = 'queue' | 'series' | 'pools';

/** Opens the queue, the series and the reserves; stands out while moved plans wait to be seen. */
export function RhythmButton({ onOpen }: { onOpen: (postId: string) => void }) {
  const { t } = useTranslation('repeats');
  const api = useApi();
  const [opened, setOpened] = useState(false);
  const moved = useQuery(api.timing.moved.queryOptions()).data?.items.length ?? 0;
  const label = moved > 0 ? t('moved.title', { count: moved }) : t('title');
  return (
    <>
      <IconButton
        label={label}
        kind={moved > 0 ? 'plain' : 'quiet'}
        icon={<IconRepeat />}
        onClick={() => setOpened(true)}
      />
      {opened ? (
        <RhythmDialog
          onClose={() => setOpened(false)}
          onOpen={(postId) => {
            setOpened(false);
            onOpen(postId);
          }}
        />
      ) : null}
    </>
  );
}

function RhythmDialog({
  onClose,
  onOpen,
}: {
  onClose: () => void;
  onOpen: (postId: string) => void;
}) {
  const { t } = useTranslation('repeats');
  const [part, setPart] = useState<Part>('queue');
  return (
    <Dialog opened onClose={onClose} title={t('title')} widthPx={720}>
      <MovedNote onOpen={onOpen} />
      <Tabs
        id="rhythm"
        label={t('tabs.label')}
        value={part}
        options={(['queue', 'series', 'pools'] as const).map((value) => ({
          value,
          label: t(`tabs.${value}`),
        }))}
        onChange={setPart}
      />
      <div role="tabpanel" id="rhythm-panel" aria-labelledby={`rhythm-${part}`}>
        {part === 'queue' ? <QueuePart /> : null}
        {part === 'series' ? <SeriesPart onOpen={onOpen} /> : null}
        {part === 'pools' ? <PoolsPart /> : null}
      </div>
    </Dialog>
  );
}
