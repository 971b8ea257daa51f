import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ClipCopyView } from '../../../../shared/contract/films.ts';
import type { FilmClip } from '../../../../shared/scene/film/film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { ProgressBar } from '../../../ui/progress-bar.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { TextButton } from '../../../ui/text-button.tsx';

const lookEveryMs = 700;

/** Whether a clip is steadied, and how far the copies are that the preview plays in its place. */
export function ClipCopyRow({
  clip,
  onSteady,
}: {
  clip: FilmClip;
  onSteady: (steady: boolean) => void;
}) {
  const { t } = useTranslation('clip-copy');
  const api = useApi();
  const { assetId, steady } = clip;
  const copies = useQuery(
    api.films.copies.queryOptions({
      input: { clips: [{ assetId }, ...(steady ? [{ assetId, steady }] : [])] },
      refetchInterval: ({ state }) =>
        state.data?.items.some((copy) => copy.state === 'making') ? lookEveryMs : false,
    }),
  );
  const cannot = copies.data?.canSteady === false;
  return (
    <>
      {cannot && !steady ? (
        <p className="small muted">{t('cannot')}</p>
      ) : (
        <Switch checked={steady ?? false} onChange={onSteady} label={t('steady')} />
      )}
      {copies.data?.items.map((copy) => (
        <CopyState key={String(copy.steady)} copy={copy} />
      ))}
    </>
  );
}

function CopyState({ copy }: { copy: ClipCopyView }) {
  const { t } = useTranslation('clip-copy');
  const api = useApi();
  const make = useChange(api.films.makeCopy.mutationOptions());
  const stop = useChange(api.films.stopCopy.mutationOptions());
  const { assetId, steady, state, problem } = copy;
  const its = { assetId, ...(steady === undefined ? {} : { steady }) };
  const kind = steady ? 'steady' : 'play';
  if (state === 'making')
    return (
      <div role="status">
        <p className="small muted">
          {t(`making_${kind}`)}{' '}
          <TextButton onClick={() => stop.mutate(its)}>{t('stop')}</TextButton>
        </p>
        <ProgressBar frac={copy.progressFrac} label={t(`making_${kind}`)} />
      </div>
    );
  if (state !== 'stopped' && state !== 'failed') return null;
  return (
    <p className="small muted" role="status">
      {problem ? `${problem.title}. ${problem.todo}` : t(`stopped_${kind}`)}{' '}
      <TextButton onClick={() => make.mutate(its)}>{t('again')}</TextButton>
    </p>
  );
}
