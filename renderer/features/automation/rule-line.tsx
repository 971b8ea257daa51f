import { IconArrowDown, IconArrowUp, IconCheck, IconDots, IconFlask } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Rule } from '../../../shared/contract/automation.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { StateSign } from '../../ui/state-sign.tsx';
import { Switch } from '../../ui/switch.tsx';
import { describeRule } from './describe-rule.ts';

export type RuleActs = {
  onSwitch: (on: boolean) => void;
  onEdit: () => void;
  onTry: () => void;
  onRemove: () => void;
  /** Undefined where it is the first or the last. */
  onMove: { up: (() => void) | undefined; down: (() => void) | undefined };
};

/** A rule in the order in which rules are looked at. */
export function RuleLine({ rule, acts }: { rule: Rule; acts: RuleActs }) {
  const { t, i18n } = useTranslation(['rules', 'replies']);
  const words = describeRule(
    rule,
    (key, params = {}) => t(key, params),
    (list, kind) =>
      new Intl.ListFormat(i18n.language, {
        type: kind === 'and' ? 'conjunction' : 'disjunction',
      }).format(list),
  );
  return (
    <li>
      <div className="rules-line">
        <b className="grow">{rule.name}</b>
        <Switch
          label={t(rule.enabled ? 'rule.on' : 'rule.off')}
          checked={rule.enabled}
          onChange={acts.onSwitch}
        />
        <RuleButtons name={rule.name} acts={acts} />
      </div>
      <p className="small">
        <span className="muted">{t('rule.whenShort')}</span> {words.when}
      </p>
      <p className="small">
        <span className="muted">{t('rule.thenShort')}</span> {words.deeds}
      </p>
      <RuleStanding rule={rule} onTry={acts.onTry} />
    </li>
  );
}

function RuleButtons({ name, acts }: { name: string; acts: RuleActs }) {
  const { t } = useTranslation('rules');
  const { up, down } = acts.onMove;
  return (
    <>
      <IconButton
        label={t('rule.up', { name })}
        icon={<IconArrowUp />}
        disabled={!up}
        onClick={() => up?.()}
      />
      <IconButton
        label={t('rule.down', { name })}
        icon={<IconArrowDown />}
        disabled={!down}
        onClick={() => down?.()}
      />
      <Menu
        target={
          <button
            type="button"
            className="btn btn-quiet btn-icon"
            aria-label={t('rule.more', { name })}
          >
            <IconDots aria-hidden />
          </button>
        }
        items={[
          { label: t('rule.edit'), run: acts.onEdit },
          { label: t('rule.try'), run: acts.onTry },
          'line',
          { label: t('rule.remove'), run: acts.onRemove, danger: true },
        ]}
      />
    </>
  );
}

/** Whether it was tried, and what it did today. */
function RuleStanding({ rule, onTry }: { rule: Rule; onTry: () => void }) {
  const { t } = useTranslation('rules');
  return (
    <div className="rules-line small">
      {rule.tried ? (
        <StateSign tone="leaf" icon={<IconCheck aria-hidden />}>
          {t('rule.tried')}
        </StateSign>
      ) : (
        <>
          <StateSign tone="sun" icon={<IconFlask aria-hidden />}>
            {t('rule.untried')}
          </StateSign>
          <Button kind="quiet" onClick={onTry}>
            {t('rule.try')}
          </Button>
        </>
      )}
      {rule.today > 0 ? (
        <span className="muted num">{t('rule.today', { count: rule.today })}</span>
      ) : null}
    </div>
  );
}
