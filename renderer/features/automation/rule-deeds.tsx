import { IconPlus, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { RuleDeed } from '../../../shared/contract/automation.ts';
import { useTeam } from '../../link/use-team.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { Menu } from '../../ui/menu.tsx';
import { SelectField } from '../../ui/select-field.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { blankDeed, deedKinds } from './rule-draft.ts';
import { TextsField } from './texts-field.tsx';

const most = 6;

/** What a rule does, one thing below the other. */
export function RuleDeeds({
  deeds,
  onChange,
}: {
  deeds: readonly RuleDeed[];
  onChange: (deeds: RuleDeed[]) => void;
}) {
  const { t } = useTranslation('rules');
  const { people } = useTeam();
  const kinds = deedKinds.filter(
    (kind) =>
      (kind === 'tag' || deeds.every((deed) => deed.kind !== kind)) &&
      (kind !== 'assign' || people.length > 0),
  );
  return (
    <div className="rules-form">
      {deeds.map((deed, index) => (
        // A deed has no name of its own: its place is who it is.
        <div key={index} className="rules-deed" role="group" aria-label={t(`deed.${deed.kind}`)}>
          <div className="rules-line">
            <b className="grow">{t(`deed.${deed.kind}`)}</b>
            <IconButton
              label={t('deed.remove', { name: t(`deed.${deed.kind}`) })}
              icon={<IconTrash />}
              onClick={() => onChange(deeds.filter((_, at) => at !== index))}
            />
          </div>
          <p className="small muted">{t(`deedHint.${deed.kind}`)}</p>
          <DeedFields
            deed={deed}
            onChange={(next) => onChange(deeds.map((one, at) => (at === index ? next : one)))}
          />
        </div>
      ))}
      {deeds.length < most && kinds.length > 0 ? (
        <div>
          <Menu
            align="start"
            target={<Button icon={<IconPlus aria-hidden />}>{t('deed.add')}</Button>}
            items={kinds.map((kind) => ({
              label: t(`deed.${kind}`),
              run: () => onChange([...deeds, blankDeed(kind)]),
            }))}
          />
        </div>
      ) : null}
    </div>
  );
}

function DeedFields({ deed, onChange }: { deed: RuleDeed; onChange: (deed: RuleDeed) => void }) {
  const { t } = useTranslation('rules');
  const { people } = useTeam();
  if ('texts' in deed)
    return (
      <TextsField
        label={t('deed.text')}
        texts={deed.texts}
        onChange={(texts) => onChange({ ...deed, texts })}
      />
    );
  if (deed.kind === 'tag')
    return (
      <TextField
        label={t('deed.tagName')}
        maxLength={40}
        value={deed.tag}
        onChange={(tag) => onChange({ ...deed, tag })}
      />
    );
  if (deed.kind === 'assign')
    return (
      <SelectField
        label={t('deed.person')}
        value={deed.personId}
        options={[
          { value: '', label: t('deed.choosePerson') },
          ...people.map(({ id, name }) => ({ value: id, label: name })),
        ]}
        onChange={(personId) => onChange({ ...deed, personId })}
      />
    );
  return null;
}
