import './repeats.css';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Dialog } from '../../../ui/dialog.tsx';
import { Tabs } from '../../../ui/tabs.tsx';
import { MovedNote } from './moved-note.tsx';
import { PoolsPart } from './pools-part.tsx';
import { QueuePart } from './queue-part.tsx';
import { SeriesPart } from './series-part.tsx';

type Part = 'queue' | 'series' | 'pools';

/** The queue, the series and the reserves; first the plans that moved with the rules of a zone. */
export function RhythmDialog({
  onClose,
  onOpen,
}: {
  onClose: () => void;
  onOpen: (postId: string) => void;
}) {
  const { t } = useTranslation('repeats');
  const [part, setPart] = useState<Part>('queue');
  const open = (postId: string) => {
    onClose();
    onOpen(postId);
  };
  return (
    <Dialog opened onClose={onClose} title={t('title')} widthPx={720}>
      <MovedNote onOpen={open} />
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
        {part === 'series' ? <SeriesPart onOpen={open} /> : null}
        {part === 'pools' ? <PoolsPart /> : null}
      </div>
    </Dialog>
  );
}
