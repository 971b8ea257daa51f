import './skeleton.css';
import { useTranslation } from 'react-i18next';
import { useDelayed } from './use-delayed.ts';

/** A grey block in the final shape. */
export function Skeleton({
  widthPx,
  heightPx = 16,
  round = false,
}: {
  /** Full width without it. */
  widthPx?: number;
  heightPx?: number;
  round?: boolean;
}) {
  return (
    <span
      className="sk"
      style={{
        width: widthPx ?? '100%',
        height: heightPx,
        borderRadius: round ? '50%' : undefined,
      }}
    />
  );
}

/** A list of rows that is still coming; appears after 150 ms. */
export function SkeletonRows({ count = 5 }: { count?: number }) {
  const { t } = useTranslation('ui');
  const late = useDelayed(true);
  if (!late) return null;
  return (
    <div className="sk-rows" role="status" aria-label={t('loading')}>
      {Array.from({ length: count }, (_, index) => (
        <div key={index} className="sk-row">
          <Skeleton widthPx={32} heightPx={32} round />
          <Skeleton heightPx={14} />
        </div>
      ))}
    </div>
  );
}
