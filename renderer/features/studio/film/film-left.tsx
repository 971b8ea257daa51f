import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Tabs } from '../../../ui/tabs.tsx';
import type { FilmDesk } from './film-desk.ts';
import { LengthChoice } from './length-choice.tsx';
import { SoundTab } from './sound-tab.tsx';
import { StylesTab } from './styles-tab.tsx';
import { VisualsTab } from './visuals-tab.tsx';

const tabs = ['photos', 'sound', 'styles'] as const;

/** What can be taken into the film. */
export function FilmLeft({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const [tab, setTab] = useState<(typeof tabs)[number]>('photos');
  return (
    <aside className="film-side film-left" aria-label={t('left.area')}>
      <Tabs
        id="film-left"
        label={t('left.area')}
        value={tab}
        options={tabs.map((value) => ({ value, label: t(`left.${value}`) }))}
        onChange={setTab}
      />
      <div role="tabpanel" id="film-left-panel" aria-labelledby={`film-left-${tab}`}>
        {tab === 'photos' ? <VisualsTab desk={desk} /> : null}
        {tab === 'sound' ? <SoundTab desk={desk} /> : null}
        {tab === 'styles' ? (
          <>
            <LengthChoice desk={desk} />
            <StylesTab desk={desk} />
          </>
        ) : null}
      </div>
    </aside>
  );
}
