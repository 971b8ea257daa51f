import { IconPlus } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Popover } from '../../ui/popover.tsx';
import { Thumbnail } from '../../ui/thumbnail.tsx';
import { productOfPhoto, withPhoto } from './pick-photos.ts';
import type { Video } from './use-video.ts';
import type { What } from './use-what.ts';

/** Other photos of the chosen products, to be put at the end. */
export function MorePhotos({
  what,
  video,
  others,
}: {
  what: What;
  video: Video;
  others: readonly string[];
}) {
  const { t } = useTranslation('studio-page');
  const [opened, setOpened] = useState(false);
  const { choice, photoIds, setChoice } = video;
  return (
    <Popover
      opened={opened}
      onChange={setOpened}
      label={t('strip.add')}
      target={
        <button
          type="button"
          className="video-more"
          aria-label={t('strip.add')}
          onClick={() => setOpened(!opened)}
        >
          <IconPlus aria-hidden />
        </button>
      }
    >
      <ul className="video-others">
        {others.slice(0, 60).map((assetId) => (
          <li key={assetId}>
            <button
              type="button"
              aria-label={t('strip.addOne', {
                name: productOfPhoto(what.chosen, assetId)?.title ?? '',
              })}
              onClick={() => {
                setOpened(false);
                setChoice(withPhoto(choice, photoIds, assetId));
              }}
            >
              <Thumbnail url={`/media/${assetId}/thumb`} widthPx={64} />
            </button>
          </li>
        ))}
      </ul>
    </Popover>
  );
}
