import '../../ui/part-page.css';
import './settings.css';
import { Link, useSearch } from '@tanstack/react-router';
import type { ComponentType } from 'react';
import { useTranslation } from 'react-i18next';
import { PageHead } from '../../ui/page-head.tsx';
import { AccountsPart } from './accounts-part.tsx';
import { AppearancePart } from './appearance-part.tsx';
import { BrandPart } from './brand-part.tsx';
import { DataPart } from './data-part.tsx';
import { FolderPart } from './folder-part.tsx';
import { HealthPart } from './health-part.tsx';
import { PeoplePart } from './people-part.tsx';
import { PicturesPart } from './pictures-part.tsx';
import { RecordsPart } from './records/records-part.tsx';
import { ShopPart } from './shop-part.tsx';
import { ShopsPart } from './shops-part.tsx';
import { VideosPart } from './videos-part.tsx';

const parts: readonly (readonly [string, ComponentType])[] = [
  ['shop', ShopPart],
  ['shops', ShopsPart],
  ['brand', BrandPart],
  ['accounts', AccountsPart],
  ['people', PeoplePart],
  ['folder', FolderPart],
  ['pictures', PicturesPart],
  ['videos', VideosPart],
  ['appearance', AppearancePart],
  ['records', RecordsPart],
  ['data', DataPart],
  ['health', HealthPart],
];

/** What holds for the whole shop; every part saves itself. */
export function SettingsPage() {
  const { t } = useTranslation('settings');
  const { t: tRules } = useTranslation('rules');
  const { part } = useSearch({ strict: false });
  const [name, Part] = parts.find(([one]) => one === part) ?? (['shop', ShopPart] as const);
  return (
    <div className="settings part-page">
      <PageHead title={t('title')} />
      <nav className="settings-parts part-links" aria-label={t('parts')}>
        {parts.map(([one]) => (
          <Link
            key={one}
            to="/settings"
            search={{ part: one }}
            aria-current={one === name ? 'true' : undefined}
          >
            {t(`${one}.title`)}
          </Link>
        ))}
        <Link to="/inbox/rules">{tRules('title')}</Link>
      </nav>
      <section className="settings-body" aria-labelledby="settings-part">
        <h2 id="settings-part">{t(`${name}.title`)}</h2>
        <p className="settings-lead">{t(`${name}.lead`)}</p>
        <Part />
      </section>
    </div>
  );
}
