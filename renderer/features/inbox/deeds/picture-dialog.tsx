import { useTranslation } from 'react-i18next';
import { usePhotoShelf } from '../../../link/use-photo-shelf.ts';
import { useProblem } from '../../../link/use-problem.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { ProblemBlock } from '../../../ui/problem-block.tsx';
import { SearchField } from '../../../ui/search-field.tsx';
import { Thumbnail } from '../../../ui/thumbnail.tsx';
import type { Picture } from './picture.ts';

const shownAtOnce = 60;

/** The pictures of the library, the newest first; one is taken by a press. */
export function PictureDialog({
  onPick,
  onClose,
}: {
  onPick: (picture: Picture) => void;
  onClose: () => void;
}) {
  const { t } = useTranslation('inbox-deeds');
  const problem = useProblem();
  const { text, setText, list, items } = usePhotoShelf(shownAtOnce);
  return (
    <Dialog opened onClose={onClose} title={t('attach.library')} widthPx={680}>
      <SearchField
        data-autofocus
        label={t('attach.search')}
        placeholder={t('attach.search')}
        value={text}
        onChange={setText}
      />
      {list.error ? <ProblemBlock problem={problem(list.error)} /> : null}
      {list.data && items.length === 0 ? (
        <p className="deed-form muted">{t('attach.none')}</p>
      ) : null}
      <ul className="deed-pictures" aria-busy={list.isFetching}>
        {items.map(({ id: assetId, name, thumbUrl }) => (
          <li key={assetId}>
            <button
              type="button"
              aria-label={t('attach.take', { name })}
              onClick={() => onPick({ assetId, thumbUrl })}
            >
              <Thumbnail url={thumbUrl} widthPx={112} heightPx={112} />
            </button>
          </li>
        ))}
        {list.hasNextPage ? (
          <li>
            <Button onClick={() => void list.fetchNextPage()}>{t('attach.more')}</Button>
          </li>
        ) : null}
      </ul>
    </Dialog>
  );
}
