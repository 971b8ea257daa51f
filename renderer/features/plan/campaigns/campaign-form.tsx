import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { campaignColour, goalKind, type Campaign } from '../../../../shared/contract/campaigns.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { useChange } from '../../../link/use-change.ts';
import { Button } from '../../../ui/button.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { TextArea } from '../../../ui/text-area.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { CampaignColours } from './campaign-colours.tsx';
import { CampaignDayField } from './campaign-day-field.tsx';
import {
  draftOf,
  newCampaignDraft,
  readCampaignDraft,
  toldKinds,
  type CampaignDraft,
  type DraftField,
} from './campaign-draft.ts';
import { CampaignUtm } from './campaign-utm.tsx';
import { useCampaigns } from './use-campaigns.ts';

type PartProps = {
  draft: CampaignDraft;
  wrong: readonly DraftField[];
  change: (part: Partial<CampaignDraft>) => void;
};

/** A new campaign, or an existing one to change. */
export function CampaignForm({
  campaign,
  today,
  onDone,
}: {
  campaign?: Campaign;
  today: string;
  onDone: (campaignId: string) => void;
}) {
  const { t } = useTranslation('campaigns');
  const api = useApi();
  const others = useCampaigns();
  const [draft, setDraft] = useState(() =>
    campaign
      ? draftOf(campaign)
      : newCampaignDraft(
          today,
          others.map((one) => one.colour),
          campaignColour.options,
        ),
  );
  const [wrong, setWrong] = useState<readonly DraftField[]>([]);
  const onSuccess = ({ id }: Campaign) => onDone(id);
  const create = useChange(api.campaigns.create.mutationOptions({ onSuccess }));
  const save = useChange(api.campaigns.save.mutationOptions({ onSuccess }));
  const submit = () => {
    const read = readCampaignDraft(draft);
    setWrong(read.ok ? [] : read.wrong);
    if (!read.ok) return;
    if (campaign) save.mutate({ campaignId: campaign.id, ...read.content });
    else create.mutate(read.content);
  };
  const change = (part: Partial<CampaignDraft>) => setDraft({ ...draft, ...part });
  const props = { draft, wrong, change };
  return (
    <form
      className="campaign-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <NameAndDays {...props} />
      <CampaignColours value={draft.colour} onChange={(colour) => change({ colour })} />
      <Goal {...props} />
      <CampaignUtm
        name={draft.name}
        utm={draft.utm}
        onChange={(utm) => change({ utm: { ...draft.utm, ...utm } })}
      />
      <p>
        <Button kind="primary" type="submit" busy={create.isPending || save.isPending}>
          {t(campaign ? 'save' : 'create')}
        </Button>
      </p>
    </form>
  );
}

function NameAndDays({ draft, wrong, change }: PartProps) {
  const { t } = useTranslation('campaigns');
  const error = (field: DraftField) => (wrong.includes(field) ? t(`wrong.${field}`) : undefined);
  return (
    <>
      <TextField
        label={t('name')}
        maxLength={80}
        value={draft.name}
        error={error('name')}
        onChange={(name) => change({ name })}
      />
      <div className="campaign-pair">
        <CampaignDayField
          label={t('startsOn')}
          value={draft.startsOn}
          error={error('startsOn')}
          onChange={(startsOn) => change({ startsOn })}
        />
        <CampaignDayField
          label={t('endsOn')}
          min={draft.startsOn}
          value={draft.endsOn}
          error={error('endsOn')}
          onChange={(endsOn) => change({ endsOn })}
        />
      </div>
    </>
  );
}

function Goal({ draft, wrong, change }: PartProps) {
  const { t } = useTranslation('campaigns');
  const kinds = ['', ...goalKind.options] as const;
  return (
    <>
      <TextArea
        label={t('goal.words')}
        rows={2}
        maxLength={500}
        placeholder={t('goal.example')}
        value={draft.words}
        onChange={(words) => change({ words })}
      />
      <div className="campaign-pair">
        <TextField
          label={t('goal.count')}
          inputMode="numeric"
          className="num"
          value={draft.count}
          error={wrong.includes('count') ? t('wrong.count') : undefined}
          onChange={(count) => change({ count })}
        />
        <SelectField
          label={t('goal.kind')}
          value={draft.kind}
          options={kinds.map((value) => ({ value, label: t(`kind.${value || 'other'}`) }))}
          onChange={(kind) => change({ kind })}
        />
      </div>
      {toldKinds.includes(draft.kind) && draft.count.trim() !== '' ? (
        <TextField
          label={t('goal.reached')}
          hint={t('goal.reachedHint')}
          inputMode="numeric"
          className="num"
          value={draft.reached}
          error={wrong.includes('reached') ? t('wrong.count') : undefined}
          onChange={(reached) => change({ reached })}
        />
      ) : null}
    </>
  );
}
