import { useTranslation } from 'react-i18next';
import { Button } from '../../ui/button.tsx';
import { pictureDrafts } from './prepare-drafts.ts';
import type { Pictures } from './use-pictures.ts';
import { usePreparePosts } from './use-prepare-posts.ts';
import type { What } from './use-what.ts';

/** The one main button: makes the pictures, and once they stand prepares a post for each product. */
export function PicturesDeed({ what, pictures }: { what: What; pictures: Pictures }) {
  const { t } = useTranslation('studio-page');
  const posts = usePreparePosts();
  const { results, work, count } = pictures;
  const isOver = results !== undefined && work.job !== undefined && work.job.files.length > 0;
  if (results && (work.isRunning || isOver)) {
    const ready = pictureDrafts(what.chosen, results, []).length;
    return (
      <Button
        kind="primary"
        size="lg"
        disabled={ready === 0}
        busy={posts.isBusy}
        onClick={() =>
          void posts.prepare((accounts) => pictureDrafts(what.chosen, results, accounts), 'plan')
        }
      >
        {t('prepare', { count: ready })}
      </Button>
    );
  }
  return (
    <Button
      kind="primary"
      size="lg"
      disabled={count === 0 || pictures.template === undefined}
      busy={work.isOrdering}
      onClick={pictures.make}
    >
      {count > 0 ? t('make', { count }) : t('makeNone')}
    </Button>
  );
}
