import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { leastPhotos, productOfPhoto } from './pick-photos.ts';
import { videoDraft } from './prepare-drafts.ts';
import { usePreparePosts } from './use-prepare-posts.ts';
import type { Video } from './use-video.ts';
import type { What } from './use-what.ts';

/** The one main button: makes the video, and once it stands leads it into a post. */
export function VideoDeed({ what, video }: { what: What; video: Video }) {
  const { t } = useTranslation('studio-page');
  const posts = usePreparePosts();
  const { work, isMade, photoIds } = video;
  const file = isMade && !work.isRunning ? work.job?.files[0] : undefined;
  if (file) {
    const shown = photoIds.flatMap((id) => productOfPhoto(what.chosen, id) ?? []);
    const products = [...new Set(shown)].filter(({ id }) => file.productIds.includes(id));
    return (
      <Button
        kind="primary"
        size="lg"
        busy={posts.isBusy}
        onClick={() =>
          void posts.prepare((accounts) => [videoDraft(file, products, accounts)], 'post')
        }
      >
        {t('large.use')}
      </Button>
    );
  }
  return (
    <Button
      kind="primary"
      size="lg"
      disabled={photoIds.length < leastPhotos || video.template === undefined}
      busy={work.isOrdering || (isMade && work.isRunning)}
      onClick={video.make}
    >
      {t('video.make')}
    </Button>
  );
}
