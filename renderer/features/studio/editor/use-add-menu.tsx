import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stickers } from '../../../../shared/scene/stickers.ts';
import { Dialog } from '../../../ui/dialog.tsx';
import type { MenuItem } from '../../../ui/menu.tsx';
import { useLanguage } from './use-language.ts';
import { PhotoPicker } from './photo-picker.tsx';
import { StickerMark } from './sticker-mark.tsx';
import type { AddLayers } from './use-add-layers.ts';

/** What can be put on the picture. */
export function useAddMenu(add: AddLayers): { items: MenuItem[]; dialog: ReactNode } {
  const { t } = useTranslation('editor');
  const [open, setOpen] = useState<'photo' | 'sticker'>();
  const close = () => setOpen(undefined);
  const items: MenuItem[] = [
    { label: t('add.title'), run: add.title },
    { label: t('add.text'), run: () => add.text(t('fresh.text')) },
    { label: t('add.price'), run: () => add.add({ kind: 'price', text: t('fresh.price') }) },
    { label: t('add.badge'), run: () => add.add({ kind: 'badge', text: t('fresh.badge') }) },
    'line',
    { label: t('add.photo'), run: () => setOpen('photo') },
    {
      label: t('add.logo'),
      run: () => add.logo(add.kit?.logo ?? add.kit?.logoDark),
    },
    { label: t('add.sticker'), run: () => setOpen('sticker') },
    { label: t('add.qr'), run: () => add.add({ kind: 'qr', text: 'https://' }) },
    'line',
    { label: t('add.rect'), run: () => add.add({ kind: 'shape', shape: { kind: 'rect' } }) },
    {
      label: t('add.rounded'),
      run: () => add.add({ kind: 'shape', shape: { kind: 'rounded', radiusPx: 40 } }),
    },
    { label: t('add.ellipse'), run: () => add.add({ kind: 'shape', shape: { kind: 'ellipse' } }) },
    { label: t('add.arch'), run: () => add.add({ kind: 'shape', shape: { kind: 'arch' } }) },
  ];
  const dialog = (
    <>
      <PhotoPicker
        opened={open === 'photo'}
        onClose={close}
        onPick={(assetId) => {
          close();
          void add.photo(assetId);
        }}
      />
      <StickerDialog
        opened={open === 'sticker'}
        onClose={close}
        onPick={(stickerId) => {
          close();
          add.add({ kind: 'sticker', stickerId });
        }}
      />
    </>
  );
  return { items, dialog };
}

function StickerDialog({
  opened,
  onClose,
  onPick,
}: {
  opened: boolean;
  onClose: () => void;
  onPick: (stickerId: string) => void;
}) {
  const { t } = useTranslation('editor');
  const language = useLanguage();
  return (
    <Dialog opened={opened} onClose={onClose} title={t('add.stickerTitle')} widthPx={560}>
      <div className="editor-stickers">
        {stickers.map((sticker) => (
          <button
            key={sticker.id}
            type="button"
            aria-label={sticker.names[language]}
            onClick={() => onPick(sticker.id)}
          >
            <StickerMark sticker={sticker} />
          </button>
        ))}
      </div>
    </Dialog>
  );
}
