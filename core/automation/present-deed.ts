import type { Deed } from '../../shared/contract/automation.ts';
import type { Language, Reason } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import type { SeenDeed } from './deed-store.ts';
import { isUndone, judgeUndo, type WhyStays } from './undo-deed.ts';

/** Why something was not done, in words; codes may carry what is missing: `unfilled:{price}`. */
export function presentReason(say: Say, refusal: string, language: Language): Reason {
  const [code = '', ...rest] = refusal.split(':');
  const key = `automation:why.${code}`;
  const said = say(language, key, { names: rest.join(':') });
  const isKnown = said !== key && said !== `why.${code}`;
  return { code, text: isKnown ? said : say(language, 'automation:why.refused') };
}

/** Why something cannot be taken back: of ours, or of what the network has. */
function whyNotUndone(say: Say, code: string, language: Language): Reason {
  const key = `automation:undo.${code}`;
  const said = say(language, key);
  const isOurs = said !== key && said !== `undo.${code}`;
  return { code, text: isOurs ? said : say(language, `inbox-deeds:cannot.${code}`) };
}

export function presentDeed(say: Say, row: SeenDeed, language: Language, whyStays: WhyStays): Deed {
  const { id, source, kind, threadId, accountId } = row;
  const verdict = judgeUndo(row, whyStays);
  const state = row.state === 'undone' && !isUndone(row) ? 'done' : row.state;
  const why = verdict.way === undefined ? verdict.why : undefined;
  return {
    id,
    source,
    kind,
    state,
    threadId,
    accountId,
    commentId: String(row.commentKey),
    person: row.person ?? '',
    comment: row.comment ?? '',
    canUndo: verdict.way !== undefined,
    at: new Date(row.at).toISOString(),
    ...(row.ruleId !== null && { ruleId: row.ruleId }),
    ...(row.ruleName !== null && { ruleName: row.ruleName }),
    ...(row.text !== null && { text: row.text }),
    ...(row.sending !== null && { sending: row.sending }),
    ...(verdict.way !== undefined && { undoWay: verdict.way }),
    ...(why !== undefined && { undoWhy: whyNotUndone(say, why, language) }),
    ...(row.undoing !== null && { undoing: row.undoing }),
    ...(row.reason !== null && { reason: presentReason(say, row.reason, language) }),
  };
}
