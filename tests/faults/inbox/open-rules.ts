import { automationService, type AutomationService } from '../../../core/automation/service.ts';
import type { FeatureTools } from '../../../core/db/feature-tools.ts';
import { createSettings } from '../../../core/db/settings.ts';
import type { InboxService } from '../../../core/inbox/service.ts';
import type { FixtureUses } from './fixture-uses.ts';

/** Rules over the inbox of a test, with what they need to answer. */
export function openRules(
  tools: FeatureTools,
  inbox: InboxService,
  uses: FixtureUses,
): AutomationService {
  const times = { shopId: 'first', zone: 'Europe/Paris', times: [] };
  return automationService(tools, {
    ...uses,
    inbox,
    settings: createSettings(tools.db),
    timesOf: () => times,
    timesOfShop: () => times,
    tag: () => undefined,
    untag: () => {},
    draftOrder: () => '',
    dropOrder: () => {},
    requireKeeper: () => {},
    isHeld: () => false,
    notify: () => {},
  });
}
