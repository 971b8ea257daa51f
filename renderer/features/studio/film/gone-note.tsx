import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useApi } from '../../../link/link-provider.tsx';
import { useProblem } from '../../../link/use-problem.ts';

/** Says that something the film shows or plays was taken out of the library. */
export function GoneNote({ assetId, kind }: { assetId: string; kind: 'photo' | 'clip' | 'sound' }) {
  const { t } = useTranslation('film');
  const api = useApi();
  const problem = useProblem();
  const { error } = useQuery(api.media.get.queryOptions({ input: { assetId }, retry: false }));
  if (!error || problem(error).code !== 'not-found') return null;
  return (
    <p className="small film-gone" role="status">
      {t(`gone.${kind}`)}
    </p>
  );
}
