import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { CustomerPicture } from '../../../../shared/contract/customer-pictures.ts';
import { useApi, useStudio } from '../../../link/link-provider.tsx';

export type PictureInSight = {
  picture: CustomerPicture;
  isComing: boolean;
  /** Asks once more, also for one that was refused. */
  tryAgain: () => void;
};

/** A picture as the studio has it now; `isLookedAt` lets it be fetched. */
export function usePicture(told: CustomerPicture, isLookedAt: boolean): PictureInSight {
  const api = useApi();
  const { client } = useStudio();
  const queries = useQueryClient();
  const [isAsking, setAsking] = useState(false);
  const { pictureId } = told;
  const look = api.customerPictures.look.queryOptions({
    input: { pictureId },
    enabled: isLookedAt && told.state === 'waiting',
  });
  const { data, isFetching } = useQuery(look);
  const tryAgain = (): void => {
    if (isAsking) return;
    setAsking(true);
    client.customerPictures
      .look({ pictureId, again: true })
      .then((picture) => queries.setQueryData(look.queryKey, picture))
      // The window itself lost its studio, and says so elsewhere.
      .catch(() => {})
      .finally(() => setAsking(false));
  };
  const picture = told.state === 'here' ? told : (data ?? told);
  return { picture, isComing: isAsking || (isFetching && picture.state !== 'here'), tryAgain };
}
