import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { commentIntent, type RuleWhen } from '../../../shared/contract/automation.ts';
import { replyLanguage } from '../../../shared/contract/saved-replies.ts';
import { useApi } from '../../link/link-provider.tsx';
import { useNow } from '../../link/use-now.ts';
import { CheckBox } from '../../ui/check-box.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { TimeField } from '../../ui/time-field.tsx';
import { ChoiceChips } from './choice-chips.tsx';
import { readWords } from './rule-draft.ts';
import { dayNames } from './day-names.ts';

/** What wants no answer has no rule. */
const intents = commentIntent.options.filter((one) => one !== 'other');

type Props = { when: RuleWhen; onChange: (when: RuleWhen) => void };

/** Without what is empty: it asks for nothing. */
function withoutEmpty(when: RuleWhen): RuleWhen {
  return Object.fromEntries(
    Object.entries(when).filter(
      ([, value]) =>
        value !== undefined && value !== false && (!Array.isArray(value) || value.length > 0),
    ),
  );
}

/** When a rule acts: all that is chosen here has to hold. */
export function RuleWhenFields({ when, onChange }: Props) {
  const { t } = useTranslation(['rules', 'replies']);
  const [words, setWords] = useState(when.words?.join(', ') ?? '');
  const change = (patch: RuleWhen) => onChange(withoutEmpty({ ...when, ...patch }));
  return (
    <div className="rules-form">
      <TextField
        label={t('when.words')}
        hint={t('when.wordsHint')}
        placeholder={t('when.wordsExample')}
        value={words}
        maxLength={500}
        onChange={(text) => {
          setWords(text);
          change({ words: readWords(text) });
        }}
      />
      <ChoiceChips
        label={t('when.intents')}
        options={intents.map((value) => ({
          value,
          label: value === 'spam' ? t('when.spam') : t(`replies:intents.${value}`),
        }))}
        chosen={when.intents?.filter((one) => one !== 'other') ?? []}
        onChange={(chosen) => change({ intents: chosen })}
      />
      <ChoiceChips
        label={t('when.languages')}
        options={replyLanguage.options.map((value) => ({
          value,
          label: t(`replies:language.${value}`),
        }))}
        chosen={when.languages ?? []}
        onChange={(languages) => change({ languages })}
      />
      <WhenWhere when={when} onChange={change} />
      <WhenHours when={when} onChange={change} />
      <CheckBox
        label={t('when.isFirst')}
        checked={when.isFirst === true}
        onChange={(isFirst) => change({ isFirst })}
      />
    </div>
  );
}

const kinds = ['comment', 'message', 'mention'] as const;
const postsDaysBack = 60;
const dayMs = 86_400_000;

/** On which accounts, under which posts, written in which place. */
function WhenWhere({ when, onChange }: Props) {
  const { t } = useTranslation('rules');
  const api = useApi();
  const now = Date.parse(useNow());
  const accounts = useQuery(api.accounts.list.queryOptions()).data?.accounts ?? [];
  // By whole days: an answer is kept for as long as the sheet is open.
  const today = Math.floor(now / dayMs) * dayMs;
  const posts = useQuery(
    api.posts.calendar.queryOptions({
      input: {
        from: new Date(today - postsDaysBack * dayMs).toISOString(),
        to: new Date(today + dayMs).toISOString(),
      },
    }),
  ).data?.items.filter(({ state }) => state === 'published');
  return (
    <>
      {accounts.length > 1 ? (
        <ChoiceChips
          label={t('when.accounts')}
          options={accounts.map(({ id, name, username }) => ({
            value: id,
            label: username ? `@${username}` : name,
          }))}
          chosen={when.accountIds ?? []}
          onChange={(accountIds) => onChange({ accountIds })}
        />
      ) : null}
      <ChoiceChips
        label={t('when.kinds')}
        options={kinds.map((value) => ({ value, label: t(`when.kind.${value}`) }))}
        chosen={when.kinds ?? []}
        onChange={(chosen) => onChange({ kinds: chosen })}
      />
      {posts && posts.length > 0 ? (
        <ChoiceChips
          label={t('when.posts')}
          options={posts.slice(-12).map(({ id, title }) => ({ value: id, label: title }))}
          chosen={when.postIds ?? []}
          onChange={(postIds) => onChange({ postIds })}
        />
      ) : null}
    </>
  );
}

function WhenHours({ when: { hours }, onChange }: Props) {
  const { t, i18n } = useTranslation('rules');
  const names = dayNames(i18n.language, 'short');
  return (
    <>
      <CheckBox
        label={t('when.hours')}
        checked={hours !== undefined}
        onChange={(on) =>
          onChange({ hours: on ? { from: '19:00', to: '09:00', weekdays: [] } : undefined })
        }
      />
      {hours ? (
        <>
          <div className="rules-pair">
            <TimeField
              label={t('when.from')}
              value={hours.from}
              onChange={(from) => onChange({ hours: { ...hours, from } })}
            />
            <TimeField
              label={t('when.to')}
              hint={hours.to <= hours.from ? t('when.nextDay') : undefined}
              value={hours.to}
              onChange={(to) => onChange({ hours: { ...hours, to } })}
            />
          </div>
          <ChoiceChips
            label={t('when.weekdays')}
            options={names.map((label, index) => ({ value: index + 1, label }))}
            chosen={hours.weekdays}
            onChange={(weekdays) => onChange({ hours: { ...hours, weekdays } })}
          />
        </>
      ) : null}
    </>
  );
}
