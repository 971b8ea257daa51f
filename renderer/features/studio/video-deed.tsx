import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { BeginFilm } from './film/begin-film.tsx';
import { leastPhotos, productOfPhoto } from './pick-photos.ts';
import { videoDraft } from './prepare-drafts.ts';
import { usePreparePosts } from './use-prepare-posts.ts';
import type { Video } from './use-video.ts';
import type { What } from './use-what.ts';

/** Opens the video to be changed part by part, or makes it at once; once it stands leads it into a post. */
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
  const isShort = photoIds.length < leastPhotos || video.template === undefined;
  return (
    <>
      <BeginFilm
        wish={video.filmWish}
        productIds={what.chosen.map(({ id }) => id)}
        name={filmName(what, video)}
        formats={video.wish.formats}
        disabled={photoIds.length === 0 || video.template === undefined}
      />
      <Button
        kind="primary"
        size="lg"
        disabled={isShort}
        busy={work.isOrdering || (isMade && work.isRunning)}
        onClick={video.make}
      >
        {t('video.make')}
      </Button>
    </>
  );
}

/** After its first product and its length; what is longer than a name may be is cut. */
function filmName({ chosen }: What, { wish }: Video): string {
  const [first] = chosen;
  return first ? `${first.title.slice(0, 100)}, ${wish.seconds} s` : '';
}
