import { useTranslation } from 'react-i18next';
import type { MenuItem } from '../../../ui/menu.tsx';
import type { Library } from './use-library.ts';
import type { LibraryDeeds } from './use-library-deeds.ts';

type Words = ReturnType<typeof useTranslation<['library', 'studio-page']>>['t'];

/** What the right button offers for what is picked. */
export function assetMenu({
  t,
  library,
  deeds,
  onOpen,
  onTag,
}: {
  t: Words;
  library: Library;
  deeds: LibraryDeeds;
  onOpen: (place: number | undefined) => void;
  onTag: () => void;
}): MenuItem[] {
  const chosen = library.chosen();
  if (!chosen) return [];
  const open = {
    label: t('deeds.open'),
    right: '⏎',
    disabled: library.picked.ids.size !== 1,
    run: () => onOpen(library.active),
  };
  if (library.filters.binned)
    return [open, { label: t('deeds.restore'), run: () => deeds.restore(chosen) }];
  return [
    open,
    { label: t('deeds.post'), run: () => deeds.toPost([...library.picked.ids]) },
    'line',
    { label: t('deeds.tag'), right: 'T', run: onTag },
    { label: t('deeds.favour'), right: 'F', run: () => deeds.favour(chosen, true) },
    { label: t('stars.count', { count: 5 }), right: '5', run: () => deeds.rate(chosen, 5) },
    { label: t('stars.count', { count: 0 }), right: '0', run: () => deeds.rate(chosen, 0) },
    'line',
    {
      label: t('deeds.bin'),
      right: t('keys.delete'),
      danger: true,
      run: () => deeds.bin(chosen),
    },
  ];
}
