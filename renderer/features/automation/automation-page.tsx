import '../../ui/part-page.css';
import './automation.css';
import { Link, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { useTeam } from '../../link/use-team.ts';
import { PageHead } from '../../ui/page-head.tsx';
import { AwayPart } from './away-part.tsx';
import { GoalPart } from './goal-part.tsx';
import { LogPart } from './log-part.tsx';
import { MainSwitch } from './main-switch.tsx';
import { OrdersPart } from './orders-part.tsx';
import { RulesPart } from './rules-part.tsx';

const parts: readonly (readonly [string, ComponentType])[] = [
  ['rules', RulesPart],
  ['away', AwayPart],
  ['goal', GoalPart],
  ['orders', OrdersPart],
  ['log', LogPart],
];

/** Parts that owners and managers change. */
const kept = new Set(['rules', 'away', 'goal']);

/** What the inbox does by itself: rules, answers while nobody is there, the goal, orders, and the log. */
export function AutomationPage() {
  const { t } = useTranslation('rules');
  const { part } = useSearch({ strict: false });
  const { current } = useTeam();
  const isKeeper = !current || current.role === 'owner' || current.role === 'manager';
  const [name, Part] = parts.find(([one]) => one === part) ?? (['rules', RulesPart] as const);
  return (
    <div className="rules-page">
      <div className="rules-scroll part-page">
        <PageHead
          title={t('title')}
          beside={
            <Link to="/inbox" className="rules-back small">
              {t('toInbox')}
            </Link>
          }
        >
          <MainSwitch />
        </PageHead>
        <nav className="rules-parts part-links" aria-label={t('parts')}>
          {parts.map(([one]) => (
            <Link
              key={one}
              to="/inbox/rules"
              search={{ part: one }}
              aria-current={one === name ? 'true' : undefined}
            >
              {t(`${one}.title`)}
            </Link>
          ))}
        </nav>
        <section className="rules-body" aria-labelledby="rules-part">
          <h2 id="rules-part">{t(`${name}.title`)}</h2>
          <p className="rules-lead">{t(`${name}.lead`)}</p>
          {!isKeeper && kept.has(name) && <p className="rules-keepers">{t('onlyKeepers')}</p>}
          <Part />
        </section>
      </div>
    </div>
  );
}
