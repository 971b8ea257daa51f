import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { ReplySuggestionView } from '../../../../shared/contract/inbox-replies.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { KeyCap } from '../../../ui/key-cap.tsx';
import type { OpenThread } from '../use-open-thread.ts';

/** A suggestion as it is shown; one that a rule left names the rule. */
export type Suggested = Omit<ReplySuggestionView, 'language'> & { rule?: string };

/** What might be answered, while nothing is written yet; what a rule of the shop says comes first. */
export function useSuggestion(
  { threadId, waits }: OpenThread,
  isWanted: boolean,
): Suggested | undefined {
  const api = useApi();
  const isAsked = { input: { threadId }, enabled: waits && isWanted };
  const ruled = useQuery(api.automation.suggestion.queryOptions(isAsked)).data;
  const found = useQuery(api.inbox.suggest.queryOptions(isAsked)).data;
  if (!isAsked.enabled) return undefined;
  if (ruled?.text === undefined) return found?.suggestion;
  const { text, ruleName: rule = '' } = ruled;
  return { text, rule, kind: 'ready', missing: [], facts: [] };
}

/** A quiet line above the box: the words, whose facts they are, and the key that takes them. */
export function ReplySuggestion({
  suggestion,
  onTake,
}: {
  suggestion: Suggested;
  onTake: () => void;
}) {
  const { t } = useTranslation('inbox-hand');
  const { t: tReplies } = useTranslation('replies');
  const { kind, text, facts, missing, savedReplyId, rule } = suggestion;
  const sources = facts.map(({ name, value, product }) =>
    t(`suggest.fact.${name}`, { value, product }),
  );
  const lacking = missing.map((name) => tReplies(`missing.${name}`)).join(', ');
  return (
    <div className="inbox-suggest">
      <button type="button" className="inbox-suggest-take" onClick={onTake}>
        <span className="hidden-text">{t('suggest.label')}</span>
        <span className="inbox-suggest-words">{text}</span>
        <span className="inbox-suggest-key small">
          <KeyCap>Tab</KeyCap> {t('suggest.take')}
        </span>
      </button>
      <p className="inbox-suggest-facts small muted">
        {kind === 'finish' ? <span>{t('suggest.finish', { missing: lacking })}</span> : null}
        {rule === undefined ? null : <span>{t('suggest.rule', { rule })}</span>}
        {savedReplyId === undefined ? null : <span>{t('suggest.saved')}</span>}
        {sources.map((source) => (
          <span key={source} className="num">
            {source}
          </span>
        ))}
      </p>
    </div>
  );
}
