import { useDebouncedValue } from '@mantine/hooks';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Asset } from '../../../../shared/contract/media.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { Button } from '../../../ui/button.tsx';
import { CountBadge } from '../../../ui/count-badge.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { FileDrop } from '../../../ui/file-drop.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useTakeFiles } from './use-take-files.ts';

type Shelf = 'studio' | 'photos' | 'videos';

const shelves: Record<Shelf, { kind?: 'photo' | 'video'; origin?: 'studio' }> = {
  studio: { origin: 'studio' },
  photos: { kind: 'photo' },
  videos: { kind: 'video' },
};

/** The library to pick from, in the order of the clicks; new files may be dropped in. */
export function MediaPicker({
  opened,
  onClose,
  onPick,
}: {
  opened: boolean;
  onClose: () => void;
  onPick: (assetIds: readonly string[]) => void;
}) {
  const { t } = useTranslation('composer');
  const [picked, setPicked] = useState<readonly string[]>([]);
  const take = useTakeFiles((ids) => setPicked((all) => [...all, ...ids]));
  const toggle = (assetId: string) =>
    setPicked((all) =>
      all.includes(assetId) ? all.filter((other) => other !== assetId) : [...all, assetId],
    );
  const finish = (assetIds: readonly string[]) => {
    setPicked([]);
    if (assetIds.length > 0) onPick(assetIds);
    else onClose();
  };
  return (
    <Dialog
      opened={opened}
      onClose={() => finish([])}
      title={t('picker.title')}
      widthPx={760}
      footer={
        <>
          <FileButton
            size="lg"
            accept="image/*,video/*"
            busy={take.busy}
            onFiles={(files) => void take.run(files)}
          >
            {t('picker.bring')}
          </FileButton>
          <span className="grow" />
          <Button
            kind="primary"
            size="lg"
            disabled={picked.length === 0}
            onClick={() => finish(picked)}
          >
            {t('picker.add', { count: picked.length })}
          </Button>
        </>
      }
    >
      <FileDrop label={t('picker.drop')} onFiles={(files) => void take.run(files)}>
        <Shelves picked={picked} onToggle={toggle} />
      </FileDrop>
    </Dialog>
  );
}

function Shelves({
  picked,
  onToggle,
}: {
  picked: readonly string[];
  onToggle: (assetId: string) => void;
}) {
  const { t } = useTranslation('composer');
  const api = useApi();
  const [shelf, setShelf] = useState<Shelf>('photos');
  const [text, setText] = useState('');
  const [settled] = useDebouncedValue(text.trim(), 200);
  const list = useInfiniteQuery(
    api.media.list.infiniteOptions({
      input: (cursor: string | undefined) => ({
        ...shelves[shelf],
        ...(settled ? { text: settled } : {}),
        ...(cursor ? { cursor } : {}),
        limit: 60,
      }),
      initialPageParam: undefined as string | undefined,
      getNextPageParam: (page) => page.next,
    }),
  );
  const items = list.data?.pages.flatMap((page) => page.items) ?? [];
  const options = (['photos', 'studio', 'videos'] as const).map((value) => ({
    value,
    label: t(`picker.${value}`),
  }));
  return (
    <>
      <div className="picker-bar">
        <Segments label={t('picker.shelf')} value={shelf} options={options} onChange={setShelf} />
        <SearchField label={t('picker.search')} value={text} onChange={setText} />
      </div>
      <div className="picker">
        {items.map((asset) => (
          <PickerItem
            key={asset.id}
            asset={asset}
            place={picked.indexOf(asset.id)}
            onToggle={onToggle}
          />
        ))}
        {list.hasNextPage ? (
          <Button onClick={() => void list.fetchNextPage()}>{t('picker.more')}</Button>
        ) : null}
      </div>
      {list.data && items.length === 0 ? <EmptyState title={t('picker.empty')} /> : null}
    </>
  );
}

function PickerItem({
  asset,
  place,
  onToggle,
}: {
  asset: Asset;
  /** In the order of the picks, -1 for not picked. */
  place: number;
  onToggle: (assetId: string) => void;
}) {
  return (
    <button
      type="button"
      className="picker-item"
      aria-pressed={place >= 0}
      aria-label={asset.name}
      onClick={() => onToggle(asset.id)}
    >
      <Thumbnail url={asset.thumbUrl} widthPx={112} film={asset.kind === 'video'} />
      <CountBadge count={place + 1} />
    </button>
  );
}
