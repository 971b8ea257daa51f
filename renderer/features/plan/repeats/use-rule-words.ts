import { useTranslation } from 'react-i18next';
import type { RepeatRule } from '../../../../shared/contract/repeats.ts';
import { useFormats } from '../../../link/formats-context.tsx';
import { ruleWords } from './rule-words.ts';

/** Tells a rhythm in a line, in the language and country of the shop. */
export function useRuleWords(): (rule: RepeatRule) => string {
  const { t } = useTranslation('repeats');
  const { locale } = useFormats();
  return (rule) => ruleWords(rule, locale, (key, params) => t(key, params ?? {}));
}
