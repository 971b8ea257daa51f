import type { PublishingPreferences } from '../../shared/contract/publishing.ts';
import { createSettings } from '../db/settings.ts';
import type { Db } from '../db/transact.ts';

/** How the shop wants to publish where a post does not say otherwise. */
export type Preferences = {
  read(): PublishingPreferences;
  change(wanted: { handOver?: boolean | undefined }): PublishingPreferences;
};

const key = 'publishing.hand-over';

export function createPreferences(db: Db): Preferences {
  const settings = createSettings(db);
  const read = () => ({ handOver: settings.get<boolean>(key) === true });
  return {
    read,
    change({ handOver }) {
      if (handOver !== undefined) settings.set(key, handOver);
      return read();
    },
  };
}
