import type { Deed } from '../../shared/contract/automation.ts';
import type { Language, Reason } from '../../shared/contract/shapes.ts';
import type { Say } from '../db/feature-tools.ts';
import type { SeenDeed } from './deed-store.ts';
import { canUndo } from './do-deed.ts';

/** Why something was not done, in words; codes may carry what is missing: `unfilled:{price}`. */
export function presentReason(say: Say, refusal: string, language: Language): Reason {
  const [code = '', ...rest] = refusal.split(':');
  const key = `automation:why.${code}`;
  const said = say(language, key, { names: rest.join(':') });
  const isKnown = said !== key && said !== `why.${code}`;
  return { code, text: isKnown ? said : say(language, 'automation:why.refused') };
}

export function presentDeed(say: Say, row: SeenDeed, language: Language): Deed {
  const { id, source, kind, state, threadId, accountId } = row;
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
    canUndo: canUndo(row),
    at: new Date(row.at).toISOString(),
    ...(row.ruleId !== null && { ruleId: row.ruleId }),
    ...(row.ruleName !== null && { ruleName: row.ruleName }),
    ...(row.text !== null && { text: row.text }),
    ...(row.sending !== null && { sending: row.sending }),
    ...(row.reason !== null && { reason: presentReason(say, row.reason, language) }),
  };
}
