import { setImmediate } from 'node:timers/promises';
import type { z } from 'zod';
import type { trialMatch } from '../../shared/contract/automation.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { AutomationParts } from './automation-parts.ts';
import { wordsFor } from './do-deed.ts';
import { judgeRule } from './judge-rule.ts';
import { lookAt, type Looked } from './look-at.ts';
import { presentReason } from './present-deed.ts';
import type { RuleRow } from './rule-store.ts';

const commentsTried = 500;
const mostShown = 100;
/** Comments looked at before others have their turn. */
const atOnce = 20;

/** What a rule would do to the newest comments, with its words filled. Nothing is done, and limits and what
 *  was answered since are left out: it is shown what fits. */
export async function tryRule(parts: AutomationParts, rule: RuleRow, language: Language) {
  const comments = parts.reads.newest(commentsTried);
  const matches: z.infer<typeof trialMatch>[] = [];
  let matched = 0;
  for (const [index, comment] of comments.entries()) {
    if (index % atOnce === atOnce - 1) await setImmediate();
    const looked = lookAt(parts, comment);
    if (!judgeRule(rule.when, looked.facts)) continue;
    matched += 1;
    if (matches.length < mostShown) matches.push(presentMatch(parts, rule, looked, language));
  }
  return { looked: comments.length, matched, matches };
}

function presentMatch(
  { tools }: AutomationParts,
  rule: RuleRow,
  looked: Looked,
  language: Language,
) {
  const { key, threadId, fromName, text, createdAt } = looked.comment;
  return {
    commentId: String(key),
    threadId,
    person: fromName,
    text,
    at: new Date(createdAt).toISOString(),
    deeds: rule.deeds.map((deed) => {
      const { refusal, ...words } = wordsFor(deed, looked);
      const reason =
        refusal === undefined ? {} : { reason: presentReason(tools.say, refusal, language) };
      return { kind: deed.kind, ...words, ...reason };
    }),
  };
}
