import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useStudio } from '../../../link/link-provider.tsx';
import { BulkBar } from '../../../ui/bulk-bar.tsx';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { AttachDialog } from './attach-dialog.tsx';
import { TagDialog } from './tag-dialog.tsx';
import type { Library } from './use-library.ts';
import type { LibraryDeeds } from './use-library-deeds.ts';

/** What can be done with everything that is picked. One alone has its deeds beside it. */
export function LibraryBulk({ library, deeds }: { library: Library; deeds: LibraryDeeds }) {
  const { t } = useTranslation('library');
  const [over, setOver] = useState<'tag' | 'attach'>();
  const { client } = useStudio();
  const { picked, clear } = library;
  const chosen = library.chosen();
  if (!chosen || (picked.ids.size < 2 && over === undefined)) return null;
  const save = async () => {
    const ids = [...picked.ids].slice(0, 50);
    const items = await Promise.all(ids.map((assetId) => client.media.get({ assetId })));
    deeds.save(items);
  };
  return (
    <>
      <BulkBar count={picked.ids.size} onClear={clear}>
        {library.filters.binned ? (
          <>
            <Button onClick={() => deeds.restore(chosen)}>{t('deeds.restore')}</Button>
            <Button onClick={() => void deeds.erase(chosen)}>{t('deeds.erase')}</Button>
          </>
        ) : (
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
            <Button onClick={() => void save()}>{t('deeds.save')}</Button>
            <Button onClick={() => deeds.bin(chosen)}>{t('deeds.bin')}</Button>
          </>
        )}
      </BulkBar>
      {over === 'tag' ? (
        <TagDialog
          count={picked.ids.size}
          onTag={(names) => deeds.tag(chosen, names)}
          onClose={() => setOver(undefined)}
        />
      ) : null}
      {over === 'attach' ? (
        <AttachDialog
          count={picked.ids.size}
          onAttach={(productId, title) => deeds.attach(chosen, productId, title)}
          onClose={() => setOver(undefined)}
        />
      ) : null}
    </>
  );
}
