import { useQuery } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useApi } from './link-provider.tsx';

/** The studio's own clock as ISO instant; it may differ from the browser's. Moves every 15 s. */
export function useNow(): string {
  const api = useApi();
  const info = useQuery(api.app.info.queryOptions({ refetchInterval: 30_000 }));
  const [, tick] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => tick((count) => count + 1), 15_000);
    return () => clearInterval(timer);
  }, []);
  if (!info.data) return new Date().toISOString();
  const passedMs = Math.max(0, Date.now() - info.dataUpdatedAt);
  return new Date(Date.parse(info.data.now) + passedMs).toISOString();
}
