import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../link/link-provider.tsx';
import { importFiles } from '../../../link/upload.ts';
import { usePhotoShelf } from '../../../link/use-photo-shelf.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useToast } from '../../../ui/toast.tsx';

type Props = { opened: boolean; onClose: () => void; onPick: (assetId: string) => void };

/** One photo of the library, or a new one. */
export function PhotoPicker({ opened, onClose, onPick }: Props) {
  const { t } = useTranslation('editor');
  return (
    <Dialog opened={opened} onClose={onClose} title={t('picker.title')} widthPx={720}>
      {opened ? <Shelf onPick={onPick} /> : null}
    </Dialog>
  );
}

function Shelf({ onPick }: Pick<Props, 'onPick'>) {
  const { t } = useTranslation('editor');
  const { text, setText, list, items } = usePhotoShelf(60);
  return (
    <>
      <div className="editor-shelf-bar">
        <SearchField label={t('picker.search')} value={text} onChange={setText} />
        <BringFile onPick={onPick} />
      </div>
      <div className="editor-shelf">
        {items.map((asset) => (
          <button
            key={asset.id}
            type="button"
            aria-label={asset.name}
            onClick={() => onPick(asset.id)}
          >
            <Thumbnail url={asset.thumbUrl} widthPx={104} />
          </button>
        ))}
      </div>
      {list.hasNextPage ? (
        <Button onClick={() => void list.fetchNextPage()}>{t('picker.more')}</Button>
      ) : null}
      {list.data && items.length === 0 ? <EmptyState title={t('picker.empty')} /> : null}
    </>
  );
}

function BringFile({ onPick }: Pick<Props, 'onPick'>) {
  const { t } = useTranslation('editor');
  const { client } = useStudio();
  const toast = useToast();
  const [isBusy, setBusy] = useState(false);
  const bring = async (files: readonly File[]) => {
    setBusy(true);
    try {
      const { imported, refused } = await importFiles(client, files);
      for (const { name, problem } of refused)
        toast({ title: `${name} : ${problem.title}`, text: `${problem.what} ${problem.todo}` });
      const [first] = imported;
      if (first) onPick(first.assetId);
    } finally {
      setBusy(false);
    }
  };
  return (
    <FileButton accept="image/*" busy={isBusy} onFiles={(files) => void bring(files)}>
      {t('picker.bring')}
    </FileButton>
  );
}
