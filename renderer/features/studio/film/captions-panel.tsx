import './captions.css';
import { IconPlus } from '@tabler/icons-react';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { addCaption, setCaptions } from '../../../../shared/scene/film/edit-captions.ts';
import { Button } from '../../../ui/button.tsx';
import { Segments } from '../../../ui/segments.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import { CaptionLine } from './captions-line.tsx';
import { CaptionFiles } from './captions-files.tsx';
import type { FilmDesk } from './film-desk.ts';
import { newCaptionId } from './captions-id.ts';
import { SidePanel } from './side-panel.tsx';

/** Captions line by line, how they look, and as files. */
export function CaptionsPanel({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('captions');
  const { document, transport } = desk;
  const { lines } = document.film.captions;
  const list = useRef<HTMLOListElement>(null);
  const add = () => {
    const id = newCaptionId();
    const before = document.current();
    document.change((film) => addCaption(film, id, transport.atMs));
    if (document.current() !== before) desk.selectCaption(id);
  };
  return (
    <SidePanel desk={desk} label={t('area')} title={t('title')} close={t('close')}>
      {lines.length === 0 ? <p className="muted film-caption-hint">{t('empty')}</p> : null}
      <ol className="film-captions" aria-label={t('title')} ref={list}>
        {lines.map((line, index) => (
          <CaptionLine key={line.id} desk={desk} line={line} isLast={index === lines.length - 1} />
        ))}
      </ol>
      <Button icon={<IconPlus aria-hidden />} onClick={add}>
        {t('add')}
      </Button>
      <CaptionFiles desk={desk} />
      {lines.length > 0 ? <CaptionLook desk={desk} /> : null}
    </SidePanel>
  );
}

const looks = ['band', 'plain', 'strong'] as const;
const sizes = ['s', 'm', 'l'] as const;
const places = ['', 'foot', 'middle', 'top'] as const;

function CaptionLook({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('captions');
  const { change, film } = desk.document;
  const { look, size, place = '', burnt } = film.captions;
  return (
    <section className="film-caption-look film-fields" aria-label={t('look.title')}>
      <Switch
        checked={burnt}
        onChange={(next) => change((now) => setCaptions(now, { burnt: next }))}
        label={t('look.burnt')}
      />
      {burnt ? (
        <>
          <SelectField
            label={t('look.title')}
            value={look}
            options={looks.map((value) => ({ value, label: t(`look.${value}`) }))}
            onChange={(next) => change((now) => setCaptions(now, { look: next }))}
          />
          <Segments
            label={t('look.size')}
            value={size}
            options={sizes.map((value) => ({ value, label: t(`look.sizes.${value}`) }))}
            onChange={(next) => change((now) => setCaptions(now, { size: next }))}
          />
          <SelectField
            label={t('look.place')}
            value={place}
            options={places.map((value) => ({ value, label: t(`look.places.${value || 'auto'}`) }))}
            onChange={(next) =>
              change(({ captions: { place: _before, ...captions }, ...now }) => ({
                ...now,
                captions: next === '' ? captions : { ...captions, place: next },
              }))
            }
          />
        </>
      ) : null}
    </section>
  );
}
