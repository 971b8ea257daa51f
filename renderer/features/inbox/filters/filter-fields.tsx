import { useTranslation } from 'react-i18next';
import {
  inboxView,
  type FilterContent,
  type FilterLack,
} from '../../../../shared/contract/inbox-filters.ts';
import { CheckBox } from '../../../ui/check-box.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { useListChoices, type ListChoices } from './use-list-names.ts';

type Props = {
  content: FilterContent;
  lacks: readonly FilterLack[];
  onChange: (part: Partial<FilterContent>) => void;
};

/** All that a list of the inbox may be narrowed by. */
export function FilterFields({ content, lacks, onChange }: Props) {
  const { t } = useTranslation(['inbox-filters', 'inbox-ui']);
  const choices = useListChoices();
  const choose = { content, choices, onChange };
  return (
    <>
      <div className="filter-fields">
        <SelectField
          label={t('field.view')}
          value={content.view}
          options={inboxView.options.map((value) => ({
            value,
            label: t(`inbox-ui:view.${value}`),
          }))}
          onChange={(view) => onChange({ view })}
        />
        {choices.shopId.length > 1 || lacks.includes('shop') ? (
          <Choose part="shopId" lacks={lacks.includes('shop')} {...choose} />
        ) : null}
        <Choose part="accountId" lacks={lacks.includes('account')} {...choose} />
        <Choose part="tagId" lacks={lacks.includes('tag')} {...choose} />
        <Choose part="intent" {...choose} />
        <Choose part="language" {...choose} />
      </div>
      <TextField
        label={t('field.text')}
        hint={t('field.textHint')}
        maxLength={200}
        value={content.text ?? ''}
        onChange={(text) => onChange({ text })}
      />
      {content.view === 'unanswered' && !content.text?.trim() ? (
        <CheckBox
          label={t('field.longest')}
          checked={content.order === 'longest'}
          onChange={(isOn) => onChange({ order: isOn ? 'longest' : undefined })}
        />
      ) : null}
    </>
  );
}

/** One of what is there, or any; what is no longer there says so until another is chosen. */
function Choose({
  part,
  content,
  choices,
  lacks = false,
  onChange,
}: {
  part: keyof ListChoices;
  content: FilterContent;
  choices: ListChoices;
  lacks?: boolean;
  onChange: (part: Partial<FilterContent>) => void;
}) {
  const { t } = useTranslation('inbox-filters');
  const value = content[part] ?? '';
  const isGone = lacks && !choices[part].some((one) => one.value === value) && value !== '';
  const gone = isGone ? [{ value, label: t('gone') }] : [];
  const any = { value: '', label: t(`any.${part}`) };
  return (
    <SelectField
      label={t(`field.${part}`)}
      value={value}
      options={[...gone, any, ...choices[part]]}
      error={isGone ? t(`lacks.${part}`) : undefined}
      onChange={(chosen) => onChange({ [part]: chosen === '' ? undefined : chosen })}
    />
  );
}
