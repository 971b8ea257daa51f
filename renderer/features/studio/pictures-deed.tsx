import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { BatchOutlook } from '../../../shared/contract/batches.ts';
import { Button } from '../../ui/button.tsx';
import { HandDialog } from './hand-dialog.tsx';
import { madeOf } from './made-of.ts';
import { pictureDrafts } from './prepare-drafts.ts';
import type { Pictures } from './use-pictures.ts';
import { usePreparePosts } from './use-prepare-posts.ts';
import type { What } from './use-what.ts';

/** The one main button: makes the pictures that are missing or changed, and once all stand prepares a
 *  post for each product. */
export function PicturesDeed({ what, pictures }: { what: What; pictures: Pictures }) {
  const { t } = useTranslation(['studio-page', 'batch']);
  const [isAsking, setAsking] = useState(false);
  const { work, count, canMake } = pictures;
  const { batch, outlook, isRunning } = work;
  const open = openCount(work, count);
  const isOver = batch !== undefined && (isRunning || (work.isSaved && open === 0));
  if (batch && isOver) return <PrepareDeed what={what} pictures={pictures} />;
  const again = batch !== undefined && batch.counts.made > 0;
  const asks = (outlook?.editedChanged ?? 0) > 0;
  return (
    <>
      <Button
        kind="primary"
        size="lg"
        disabled={!canMake}
        busy={work.isOrdering}
        onClick={() => (asks ? setAsking(true) : void pictures.make())}
      >
        {open > 0 ? t(again ? 'batch:update' : 'make', { count: open }) : t('makeNone')}
      </Button>
      {isAsking && outlook ? (
        <HandDialog
          outlook={outlook satisfies BatchOutlook}
          onClose={() => setAsking(false)}
          onChoose={(hand) => {
            setAsking(false);
            void pictures.make({ hand });
          }}
        />
      ) : null}
    </>
  );
}

/** How many pictures a run would make; until that has been looked up, by what is written down. */
function openCount({ batch, outlook, isSaved }: Pictures['work'], count: number): number {
  if (!batch || !isSaved) return count;
  if (outlook) return outlook.fresh + outlook.changed;
  return Math.max(0, batch.counts.wanted - batch.counts.made - batch.counts.problems);
}

function PrepareDeed({ what, pictures }: { what: What; pictures: Pictures }) {
  const { t } = useTranslation('studio-page');
  const posts = usePreparePosts();
  const { batch, client } = pictures.work;
  const ready = batch?.counts.products ?? 0;
  const prepare = async () => {
    if (!batch) return;
    const made = await madeOf(client, batch.id);
    await posts.prepare((accounts) => pictureDrafts(what.chosen, made, accounts), 'plan');
  };
  return (
    <Button
      kind="primary"
      size="lg"
      disabled={ready === 0}
      busy={posts.isBusy}
      onClick={() => void prepare()}
    >
      {t('prepare', { count: ready })}
    </Button>
  );
}
