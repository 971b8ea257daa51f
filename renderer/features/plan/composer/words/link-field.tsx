import { IconChevronDown, IconChevronRight } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../../../shared/contract/campaigns.ts';
import { campaignLink, derivedUtm, utmKeys } from '../../../../../shared/rules/campaign-link.ts';
import { linkHost } from '../../../../../shared/rules/check-words.ts';
import { readUtm, writeUtm } from '../../../../../shared/rules/link-utm.ts';
import { TextButton } from '../../../../ui/text-button.tsx';
import { TextField } from '../../../../ui/text-field.tsx';

/** The link of a post, and the parameters by which the shop's visitor counter knows it: written in the
 *  link itself, else the campaign's. */
export function LinkField({
  link,
  title,
  campaign,
  hint,
  readOnly,
  onChange,
}: {
  link: string;
  /** Of the post; the campaign's link names it. */
  title: string;
  campaign: Campaign | undefined;
  hint: string | undefined;
  readOnly: boolean;
  onChange: (link: string) => void;
}) {
  const { t } = useTranslation('composer');
  const [open, setOpen] = useState(false);
  const post = { network: 'facebook', title } as const;
  const sent = campaign ? campaignLink(link, { ...campaign, utm: campaign.utm ?? {} }, post) : link;
  const own = readUtm(link);
  const fallback: Partial<ReturnType<typeof derivedUtm>> = campaign
    ? { ...derivedUtm(campaign, post), ...written(campaign.utm) }
    : {};
  const Chevron = open ? IconChevronDown : IconChevronRight;
  return (
    <div className="link-field">
      <TextField
        label={t('link.label')}
        hint={hint}
        inputMode="url"
        readOnly={readOnly}
        maxLength={2000}
        value={link}
        onChange={(next) => onChange(next.trim())}
      />
      {linkHost(link) && !readOnly ? (
        <>
          <TextButton
            className="small link-more"
            aria-expanded={open}
            onClick={() => setOpen(!open)}
          >
            <Chevron aria-hidden /> {t('link.utm')}
          </TextButton>
          {open ? (
            <div className="link-utm">
              {utmKeys.map((key) => (
                <TextField
                  key={key}
                  label={`utm_${key}`}
                  placeholder={fallback[key]}
                  value={own[key] ?? ''}
                  onChange={(value) => onChange(writeUtm(link, key, value))}
                />
              ))}
            </div>
          ) : null}
          {sent === link && !open ? null : (
            <p className="link-sent small muted">
              {t('link.sent', { count: sent.length })} <span>{sent}</span>
            </p>
          )}
        </>
      ) : null}
    </div>
  );
}

/** Without the fields that were left empty. */
function written(utm: Campaign['utm']): Record<string, string> {
  const kept = Object.entries(utm ?? {}).filter(([, value]) => value?.trim());
  return Object.fromEntries(kept) as Record<string, string>;
}
