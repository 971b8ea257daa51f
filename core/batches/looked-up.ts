import type { Topic } from '../../shared/contract/app.ts';
import type { FeatureTools } from '../db/feature-tools.ts';
import type { PlannedProduct } from './walk-plan.ts';

/** What changes nothing that a picture shows. */
const unseen: ReadonlySet<Topic> = new Set([
  ...(['jobs', 'batches', 'posts', 'targets', 'inbox', 'outbox', 'line', 'backups'] as const),
]);

/** What the latest run has to do, as it was looked up when it was ordered: looking at every picture once
 *  more is most of what a small change costs. It is forgotten as soon as anything changes. */
export function lookedUp(events: Pick<FeatureTools['events'], 'on'>) {
  let kept: { jobId: string; pieces: PlannedProduct[] } | undefined;
  const forget = () => {
    kept = undefined;
  };
  events.on((event) => {
    if (event.type === 'changed' && !unseen.has(event.topic)) forget();
  });
  return {
    forget,
    keep: (jobId: string, pieces: PlannedProduct[]): void => {
      kept = { jobId, pieces };
    },
    take(jobId: string): PlannedProduct[] | undefined {
      const found = kept?.jobId === jobId ? kept.pieces : undefined;
      forget();
      return found;
    },
  };
}
export type LookedUp = ReturnType<typeof lookedUp>;
