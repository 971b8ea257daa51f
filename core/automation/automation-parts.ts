import type { FeatureTools } from '../db/feature-tools.ts';
import type { AtPoint } from '../db/kill-point.ts';
import type { AutomationUses } from './automation-uses.ts';
import { commentReads, type CommentReads } from './comment-reads.ts';
import { deedStore, type DeedStore } from './deed-store.ts';
import { ruleStore, type RuleStore } from './rule-store.ts';
import { automationHabits, type AutomationHabits } from './settings.ts';

/** What every part of the feature works with. */
export type AutomationParts = {
  tools: FeatureTools;
  uses: AutomationUses;
  rules: RuleStore;
  deeds: DeedStore;
  reads: CommentReads;
  habits: AutomationHabits;
  atPoint: AtPoint;
};

export function createAutomationParts(
  tools: FeatureTools,
  uses: AutomationUses,
  atPoint: AtPoint,
): AutomationParts {
  const { db } = tools;
  return {
    tools,
    uses,
    rules: ruleStore(db),
    deeds: deedStore(db),
    reads: commentReads(db),
    habits: automationHabits(uses.settings, tools.clock.now),
    atPoint,
  };
}
