import type { Rule, RuleContent } from '../../shared/contract/automation.ts';
import { Problem } from '../../shared/contract/problem.ts';
import { variablesOf } from '../../shared/replies/fill-reply.ts';
import type { Language } from '../../shared/contract/shapes.ts';
import type { AutomationParts } from './automation-parts.ts';
import type { RuleRow } from './rule-store.ts';
import { tryRule } from './try-rule.ts';

const dayMs = 86_400_000;

/** The rules a merchant writes, tries and switches on. */
export function ruleCases(parts: AutomationParts) {
  const { tools, rules, deeds, uses } = parts;

  function present(row: RuleRow): Rule {
    const { id, name, when, perHour, version, triedVersion, enabledAt, updatedAt } = row;
    return {
      id,
      name,
      when,
      deeds: row.deeds,
      perHour,
      enabled: enabledAt !== null,
      tried: triedVersion === version,
      today: deeds.countSince(tools.clock.now() - dayMs, id),
      updatedAt: new Date(updatedAt).toISOString(),
    };
  }

  function found(ruleId: string): RuleRow {
    const row = rules.find(ruleId);
    if (!row) throw new Problem('not-found', { what: 'rule' });
    return row;
  }

  function put(row: RuleRow): Rule {
    rules.put(row);
    tools.events.changed('automation');
    return present(row);
  }

  /** A word in braces that stands for nothing would be read by customers. */
  function checkDeeds({ deeds: wished }: RuleContent): void {
    for (const deed of wished) {
      if (deed.kind === 'assign' && !uses.isPerson(deed.personId))
        throw new Problem('not-found', { what: 'person' });
      if (!('texts' in deed)) continue;
      const unknown = Object.values(deed.texts).flatMap((text) => variablesOf(text).unknown);
      if (unknown.length > 0) throw new Problem('rule-words', { words: unknown.join(', ') });
    }
  }

  function save(ruleId: string | undefined, content: RuleContent): Rule {
    checkDeeds(content);
    const updatedAt = tools.clock.now();
    if (ruleId === undefined) {
      const fresh = { version: 1, triedVersion: null, enabledAt: null };
      const position = rules.nextPosition();
      return put({ ...content, ...fresh, id: tools.newId(), position, updatedAt });
    }
    const before = found(ruleId);
    const next = { ...before, ...content, updatedAt };
    if (isSameDoing(before, content)) return put(next);
    return put({ ...next, version: before.version + 1, enabledAt: null });
  }

  function switchRule(ruleId: string, enabled: boolean, untried: boolean): Rule {
    const row = found(ruleId);
    if (enabled && !untried && row.triedVersion !== row.version)
      throw new Problem('rule-not-tried', { name: row.name });
    const enabledAt = enabled ? (row.enabledAt ?? tools.clock.now()) : null;
    return put({ ...row, enabledAt });
  }

  function mark(isKnown: boolean): { ok: true } {
    if (!isKnown) throw new Problem('not-found', { what: 'rule' });
    tools.events.changed('automation');
    return { ok: true };
  }

  /** Those not named keep their order behind the others. */
  function order(ruleIds: readonly string[]): void {
    const rows = rules.all();
    const place = (id: string) => (ruleIds.includes(id) ? ruleIds.indexOf(id) : ruleIds.length);
    rows
      .toSorted((one, other) => place(one.id) - place(other.id))
      .forEach((row, index) => put({ ...row, position: index + 1 }));
  }

  const list = () => ({ items: rules.all().map(present) });
  return {
    list,
    save,
    switchRule,
    remove: (ruleId: string) => mark(rules.remove(ruleId, tools.clock.now())),
    restore: (ruleId: string) => mark(rules.restore(ruleId)),
    order(ruleIds: readonly string[]) {
      order(ruleIds);
      return list();
    },
    async tryRule(ruleId: string, language: Language = tools.shopLanguage()) {
      const row = found(ruleId);
      const trial = await tryRule(parts, row, language);
      tools.transact(() => {
        const current = rules.find(ruleId);
        // Meanwhile it may have become another one: that one was not tried.
        if (current) put({ ...current, triedVersion: row.version });
      });
      return trial;
    },
  };
}

function isSameDoing(one: RuleContent, other: RuleContent): boolean {
  const text = ({ when, deeds }: RuleContent) => JSON.stringify([when, deeds]);
  return text(one) === text(other);
}
