import { useTranslation } from 'react-i18next';
import { usePhotoShelf } from '../../../link/use-photo-shelf.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { EmptyState } from '../../../ui/empty-state.tsx';
import { FileButton } from '../../../ui/file-button.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import { useBringFiles } from '../use-bring-files.ts';

type Kind = 'photo' | 'video';
type Props = {
  opened: boolean;
  onClose: () => void;
  onPick: (assetId: string) => void;
  kind?: Kind;
};

/** One photo of the library, or one film, or a new one. */
export function PhotoPicker({ opened, onClose, onPick, kind = 'photo' }: Props) {
  const { t } = useTranslation('editor');
  return (
    <Dialog
      opened={opened}
      onClose={onClose}
      title={t('picker.title', { context: kind })}
      widthPx={720}
    >
      {opened ? <Shelf kind={kind} onPick={onPick} /> : null}
    </Dialog>
  );
}

function Shelf({ kind, onPick }: Pick<Props, 'onPick'> & { kind: Kind }) {
  const { t } = useTranslation('editor');
  const { text, setText, list, items } = usePhotoShelf(60, kind);
  return (
    <>
      <div className="editor-shelf-bar">
        <SearchField
          label={t('picker.search', { context: kind })}
          value={text}
          onChange={setText}
        />
        <BringFile kind={kind} onPick={onPick} />
      </div>
      <div className="editor-shelf">
        {items.map((asset) => (
          <button
            key={asset.id}
            type="button"
            aria-label={asset.name}
            onClick={() => onPick(asset.id)}
          >
            <Thumbnail url={asset.thumbUrl} widthPx={104} film={kind === 'video'} />
          </button>
        ))}
      </div>
      {list.hasNextPage ? (
        <Button onClick={() => void list.fetchNextPage()}>{t('picker.more')}</Button>
      ) : null}
      {list.data && items.length === 0 ? (
        <EmptyState title={t('picker.empty', { context: kind })} />
      ) : null}
    </>
  );
}

function BringFile({ kind, onPick }: Pick<Props, 'onPick'> & { kind: Kind }) {
  const { t } = useTranslation('editor');
  const { bring, isBusy } = useBringFiles();
  const take = async (files: readonly File[]) => {
    const [first] = await bring(files);
    if (first) onPick(first.assetId);
  };
  return (
    <FileButton
      accept={kind === 'photo' ? 'image/*' : 'video/*'}
      busy={isBusy}
      onFiles={(files) => void take(files)}
    >
      {t('picker.bring', { context: kind })}
    </FileButton>
  );
}
