import { IconTag, IconUserQuestion, IconWorld } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { PostTile } from '../../../shared/contract/posts.ts';
import { useFormats } from '../../link/formats-context.tsx';
import { foreignTime } from './foreign-time.ts';

/** What a tile says about a post by small signs with a word: a yes that is missing, a price of before. */
export function TileMarks({ tile }: { tile: PostTile }) {
  const { t } = useTranslation(['review', 'series']);
  const { money } = useFormats();
  const { approval, stalePrice } = tile;
  return (
    <>
      {approval === undefined ? null : (
        <Mark icon={<IconUserQuestion aria-hidden />} words={t(`review:mark.${approval}`)} />
      )}
      {stalePrice === undefined ? null : (
        <Mark
          icon={<IconTag aria-hidden />}
          words={t('series:price.changed', {
            from: money(stalePrice.fromMinor, stalePrice.currency),
            to: money(stalePrice.toMinor, stalePrice.currency),
          })}
        />
      )}
    </>
  );
}

function Mark({ icon, words }: { icon: ReactNode; words: string }) {
  return (
    <span className="tile-sign" title={words}>
      {icon}
      <span className="hidden-text">{words}</span>
    </span>
  );
}

/** The hour of a post on its own clocks, where the calendar shows others. */
export function ForeignTime({ tile }: { tile: PostTile }) {
  const { t } = useTranslation('plan');
  const { zone } = useFormats();
  const own = foreignTime(tile, zone);
  if (own === undefined) return null;
  return (
    <span className="tile-foreign num" title={t('zone.own', own)}>
      <IconWorld aria-hidden />
      <span className="cut">
        {own.time} {own.city}
      </span>
    </span>
  );
}
