import { IconId, IconPhoto, IconPhotoPlus, IconQrcode } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu, type MenuItem } from '../../../ui/menu.tsx';
import type { OpenThread } from '../use-open-thread.ts';
import { deedItem } from './deed-item.tsx';
import type { Picture } from './picture.ts';
import { PictureDialog } from './picture-dialog.tsx';

/** What can go with an answer besides words: a picture of the library, a card or a code of a product. */
export function AttachMenu({
  thread,
  onPicture,
  onInsert,
}: {
  thread: OpenThread;
  onPicture: (picture: Picture) => void;
  /** Words that go with the picture. */
  onInsert: (words: string) => void;
}) {
  const { t } = useTranslation('inbox-deeds');
  const [picking, setPicking] = useState(false);
  const { draw, isDrawing } = useDraw(onPicture, onInsert);
  const deeds = thread.comments.findLast(({ mine, deeds: can }) => !mine && can)?.deeds;
  const cannot = deeds?.some(({ name, possible }) => name === 'attach' && !possible) ?? false;
  const library: MenuItem[] = deedItem(deeds, 'attach', {
    label: t('attach.library'),
    icon: <IconPhoto aria-hidden />,
    run: () => setPicking(true),
  });
  const products = cannot ? [] : (thread.post?.products ?? []);
  const items = [
    ...library,
    ...products.flatMap(({ id, title, link }): MenuItem[] => [
      'line',
      {
        label: t('attach.card', { title }),
        icon: <IconId aria-hidden />,
        run: () => draw(id, 'card'),
      },
      ...(link === undefined
        ? []
        : [
            {
              label: t('attach.qr', { title }),
              icon: <IconQrcode aria-hidden />,
              run: () => draw(id, 'qr'),
            },
          ]),
    ]),
  ];
  if (items.length === 0) return null;
  const button = (
    <IconButton
      label={t(isDrawing ? 'attach.drawing' : 'attach.button')}
      icon={<IconPhotoPlus aria-hidden />}
      busy={isDrawing}
    />
  );
  return (
    <>
      <Menu target={button} items={items} align="start" />
      {picking ? (
        <PictureDialog
          onPick={(picture) => {
            setPicking(false);
            onPicture(picture);
          }}
          onClose={() => setPicking(false)}
        />
      ) : null}
    </>
  );
}

/** A picture is drawn while somebody waits for it; its words come with it. */
function useDraw(onPicture: (picture: Picture) => void, onInsert: (words: string) => void) {
  const api = useApi();
  const drawCard = useChange(api.inbox.drawCard.mutationOptions());
  return {
    isDrawing: drawCard.isPending,
    draw: (productId: string, kind: 'card' | 'qr') =>
      drawCard.mutate(
        { productId, kind },
        {
          onSuccess: ({ assetId, thumbUrl, words }) => {
            onPicture({ assetId, thumbUrl });
            onInsert(words);
          },
        },
      ),
  };
}
