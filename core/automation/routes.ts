import { implement } from '@orpc/server';
import { automation } from '../../shared/contract/automation.ts';
import type { CallContext } from '../../shared/facts.ts';
import type { ApplyOnce } from '../db/apply-once.ts';
import type { AutomationService } from './service.ts';

export function automationRoutes(
  service: AutomationService,
  { applyOnce }: { applyOnce: ApplyOnce },
) {
  const os = implement(automation).$context<CallContext>();
  const { rules } = service;
  return os.router({
    settings: os.settings.handler(() => service.settings()),
    saveSettings: os.saveSettings.handler(({ input: { clientId, ...change } }) =>
      applyOnce('automation/saveSettings', clientId, () => service.saveSettings(change)),
    ),
    rules: os.rules.handler(() => rules.list()),
    saveRule: os.saveRule.handler(({ input: { clientId, ruleId, ...content } }) =>
      applyOnce('automation/saveRule', clientId, () => rules.save(ruleId, content)),
    ),
    removeRule: os.removeRule.handler(({ input }) =>
      applyOnce('automation/removeRule', input.clientId, () => rules.remove(input.ruleId)),
    ),
    restoreRule: os.restoreRule.handler(({ input }) =>
      applyOnce('automation/restoreRule', input.clientId, () => rules.restore(input.ruleId)),
    ),
    orderRules: os.orderRules.handler(({ input }) =>
      applyOnce('automation/orderRules', input.clientId, () => rules.order(input.ruleIds)),
    ),
    tryRule: os.tryRule.handler(({ input, context }) =>
      rules.tryRule(input.ruleId, context.language),
    ),
    switchRule: os.switchRule.handler(({ input: { clientId, ruleId, enabled, untried = false } }) =>
      applyOnce('automation/switchRule', clientId, () =>
        rules.switchRule(ruleId, enabled, untried),
      ),
    ),
    log: os.log.handler(({ input, context }) => service.log(input ?? {}, context.language)),
    undo: os.undo.handler(({ input, context }) =>
      applyOnce('automation/undo', input.clientId, () =>
        service.undo(input.deedId, context.language),
      ),
    ),
    suggestion: os.suggestion.handler(({ input }) => service.suggestion(input.threadId)),
    morning: os.morning.handler(({ input }) => service.morning(input?.shopId)),
    morningSeen: os.morningSeen.handler(({ input }) =>
      applyOnce('automation/morningSeen', input?.clientId, () => service.morningSeen()),
    ),
    overdue: os.overdue.handler(() => service.overdue()),
  });
}
