import type { RuleContent, RuleWhen } from '../../../shared/contract/automation.ts';

export type Say = (key: string, params?: Record<string, unknown>) => string;

/** A rule in one line: what it asks for and what it does. */
export function describeRule(
  { when, deeds }: Pick<RuleContent, 'when' | 'deeds'>,
  say: Say,
  lists: (words: readonly string[], kind: 'and' | 'or') => string,
): { when: string; deeds: string } {
  const conditions = conditionsOf(when, say, lists);
  const named = deeds.map((deed) =>
    deed.kind === 'tag' ? say('deedShort.tag', { tag: deed.tag }) : say(`deedShort.${deed.kind}`),
  );
  return {
    when: conditions.length === 0 ? say('always') : conditions.join(' · '),
    deeds: lists(named, 'and'),
  };
}

function conditionsOf(
  when: RuleWhen,
  say: Say,
  lists: (words: readonly string[], kind: 'and' | 'or') => string,
): string[] {
  const {
    words = [],
    intents = [],
    languages = [],
    accountIds = [],
    postIds = [],
    kinds = [],
  } = when;
  const either = (names: readonly string[]) => lists(names, 'or');
  const quoted = words.map((word) => say('quoted', { word }));
  return [
    ...(words.length === 0 ? [] : [say('if.words', { words: either(quoted) })]),
    ...(intents.length === 0
      ? []
      : [
          either(
            intents.map((name) => say(name === 'spam' ? 'when.spam' : `replies:intents.${name}`)),
          ),
        ]),
    ...(languages.length === 0
      ? []
      : [either(languages.map((name) => say(`replies:language.${name}`)))]),
    ...(kinds.length === 0 ? [] : [either(kinds.map((name) => say(`when.kind.${name}`)))]),
    ...(accountIds.length === 0 ? [] : [say('if.accounts', { count: accountIds.length })]),
    ...(postIds.length === 0 ? [] : [say('if.posts', { count: postIds.length })]),
    ...(when.hours ? [say('if.hours', when.hours)] : []),
    ...(when.isFirst ? [say('if.isFirst')] : []),
  ];
}
