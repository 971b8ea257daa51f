import type { RuleContent, RuleDeed, RuleTexts } from '../../../shared/contract/automation.ts';

export const deedKinds = [
  'suggest',
  'reply',
  'private-reply',
  'tag',
  'assign',
  'order',
  'hide',
  'spam',
  'notify',
] as const satisfies readonly RuleDeed['kind'][];

/** A deed of that kind, as yet without words. */
export function blankDeed(kind: RuleDeed['kind']): RuleDeed {
  switch (kind) {
    case 'suggest':
    case 'reply':
    case 'private-reply':
      return { kind, texts: {} };
    case 'tag':
      return { kind, tag: '' };
    case 'assign':
      return { kind, personId: '' };
    default:
      return { kind };
  }
}

export const blankRule: RuleContent = {
  name: '',
  when: {},
  deeds: [{ kind: 'suggest', texts: {} }],
  perHour: 20,
};

export const hasText = (texts: RuleTexts) =>
  Object.values(texts).some((text) => text.trim() !== '');

function isWhole(deed: RuleDeed): boolean {
  if ('texts' in deed) return hasText(deed.texts);
  if (deed.kind === 'tag') return deed.tag.trim() !== '';
  return deed.kind !== 'assign' || deed.personId !== '';
}

/** What a rule still lacks before it can be kept. */
export function lackOf({ name, deeds }: RuleContent): 'name' | 'deeds' | 'words' | undefined {
  if (name.trim() === '') return 'name';
  if (deeds.length === 0) return 'deeds';
  return deeds.every(isWhole) ? undefined : 'words';
}

/** Without those of languages that were left empty. */
export function tidyTexts(texts: RuleTexts): RuleTexts {
  return Object.fromEntries(Object.entries(texts).filter(([, text]) => text.trim() !== ''));
}

/** As it is kept. */
export function tidyRule(rule: RuleContent): RuleContent {
  const deeds = rule.deeds.map((deed) =>
    'texts' in deed ? { ...deed, texts: tidyTexts(deed.texts) } : deed,
  );
  return { ...rule, name: rule.name.trim(), deeds };
}

/** `prix, combien ` as the words it lists, each once. */
export function readWords(text: string): string[] {
  const words = text.split(/[,;\n]/).map((word) => word.trim());
  return [...new Set(words.filter(Boolean))];
}
