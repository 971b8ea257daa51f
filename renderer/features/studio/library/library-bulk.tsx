import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ChosenAssets } from '../../../../shared/contract/library.ts';
import { mostPictures } from '../../../../shared/contract/batches.ts';
import { useStudio } from '../../../link/link-provider.tsx';
import { BulkBar } from '../../../ui/bulk-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { ExportDialog } from '../export-dialog.tsx';
import { AttachDialog } from './attach-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import { useEditAsset } from './use-edit-asset.ts';
import type { Library } from './use-library.ts';
import type { LibraryDeeds } from './use-library-deeds.ts';

type Over = 'tag' | 'attach' | 'export';

/** What can be done with everything that is picked. One alone has its deeds beside it. */
export function LibraryBulk({ library, deeds }: { library: Library; deeds: LibraryDeeds }) {
  const { t } = useTranslation('library');
  const [over, setOver] = useState<Over>();
  const { picked, clear } = library;
  const chosen = library.chosen();
  if (!chosen || (picked.ids.size < 2 && over === undefined)) return null;
  return (
    <>
      <BulkBar count={picked.ids.size} onClear={clear}>
        {library.filters.binned ? (
          <>
            <Button onClick={() => deeds.restore(chosen)}>{t('deeds.restore')}</Button>
            <Button onClick={() => void deeds.erase(chosen)}>{t('deeds.erase')}</Button>
          </>
        ) : (
          <ManyDeeds {...{ library, deeds, chosen, setOver }} />
        )}
      </BulkBar>
      {over === 'tag' ? (
        <TagDialog
          count={picked.ids.size}
          onTag={(names) => deeds.tag(chosen, names)}
          onClose={() => setOver(undefined)}
        />
      ) : null}
      {over === 'export' ? (
        <ExportDialog
          from={{ assetIds: [...picked.ids].slice(0, mostPictures) }}
          onClose={() => setOver(undefined)}
        />
      ) : null}
      {over === 'attach' ? (
        <AttachDialog
          title={t('attach.title', { count: picked.ids.size })}
          onAttach={(productId, title) => deeds.attach(chosen, productId, title)}
          onClose={() => setOver(undefined)}
        />
      ) : null}
    </>
  );
}

function ManyDeeds({
  library,
  deeds,
  chosen,
  setOver,
}: {
  library: Library;
  deeds: LibraryDeeds;
  chosen: ChosenAssets;
  setOver: (over: Over) => void;
}) {
  const { t } = useTranslation('library');
  const { client } = useStudio();
  const editing = useEditAsset();
  const { picked } = library;
  const save = async () => {
    const ids = [...picked.ids].slice(0, 50);
    const items = await Promise.all(ids.map((assetId) => client.media.get({ assetId })));
    deeds.save(items);
  };
  return (
    <>
      <Button onClick={() => setOver('tag')}>{t('deeds.tag')}</Button>
      <Menu
        align="start"
        target={<Button>{t('deeds.rate')}</Button>}
        items={[
          ...[5, 4, 3, 2, 1, 0].map((rating) => ({
            label: t('stars.count', { count: rating }),
            right: String(rating),
            run: () => deeds.rate(chosen, rating),
          })),
          'line',
          { label: t('deeds.favour'), right: 'F', run: () => deeds.favour(chosen, true) },
          { label: t('deeds.unfavour'), run: () => deeds.favour(chosen, false) },
        ]}
      />
      <Button onClick={() => setOver('attach')}>{t('deeds.attach')}</Button>
      <Button onClick={() => deeds.toPost([...picked.ids])}>{t('deeds.post')}</Button>
      <Menu
        target={<Button>{t('deeds.files')}</Button>}
        items={[
          { label: t('deeds.export'), run: () => setOver('export') },
          { label: t('deeds.saveAll'), run: () => void save() },
          { label: t('deeds.retouchAll'), run: () => editing.retouch([...picked.ids]) },
        ]}
      />
      <Button onClick={() => deeds.bin(chosen)}>{t('deeds.bin')}</Button>
    </>
  );
}
