import { IconDots } from '@tabler/icons-react';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { changePart } from '../../../../shared/scene/film/edit-film.ts';
import { useApi } from '../../../link/link-provider.tsx';
import { IconButton } from '../../../ui/icon-button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { SelectField } from '../../../ui/select-field.tsx';
import { Switch } from '../../../ui/switch.tsx';
import type { FilmDesk } from './film-desk.ts';
import { LayerRows } from './layer-rows.tsx';
import { PassageRow } from './passage-row.tsx';
import { partName } from './part-name.ts';
import { SecondsField } from './seconds-field.tsx';
import { VisualRows } from './visual-rows.tsx';
import { WordFields } from './word-fields.tsx';

/** The part that is worked on: how long, how it comes, what it shows and says. */
export function PartPanel({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { part, index, deeds, document } = desk;
  const { film, change } = document;
  return (
    <aside className="film-side film-right" aria-label={t('part.area')}>
      <header>
        <h2 className="cut">{t('part.title', { place: index + 1, name: partName(part, t) })}</h2>
        <Menu
          target={<IconButton label={t('part.more')} icon={<IconDots />} />}
          items={[
            { label: t('time.duplicate'), right: 'Ctrl D', run: () => deeds.duplicate(part.id) },
            { label: t('time.split'), right: 'S', run: () => deeds.split(desk.transport.atMs) },
            { label: t('part.earlier'), run: () => deeds.move(part.id, index - 1) },
            { label: t('part.later'), run: () => deeds.move(part.id, index + 1) },
            'line',
            { label: t('time.remove'), danger: true, run: () => deeds.remove(part.id) },
          ]}
        />
      </header>
      <div className="film-fields" key={part.id}>
        <DurationRow desk={desk} />
        {index > 0 ? <PassageRow desk={desk} /> : null}
        <VisualRows desk={desk} />
        <WordFields desk={desk} />
        <Switch checked={film.audio.onBeat} onChange={deeds.setOnBeat} label={t('part.onBeat')} />
        <Switch
          checked={film.showPrices}
          onChange={(showPrices) => change((now) => ({ ...now, showPrices }))}
          label={t('part.prices')}
        />
        <ProductRow desk={desk} />
        <LayerRows desk={desk} />
      </div>
    </aside>
  );
}

function DurationRow({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const { part, bpm, deeds } = desk;
  const beats = bpm ? Math.round((part.durationMs * bpm) / 60_000) : undefined;
  return (
    <div className="film-row">
      <span className="muted">{t('part.duration')}</span>
      <span className="film-duration">
        <SecondsField
          label={t('part.duration')}
          valueMs={part.durationMs}
          onChange={(durationMs) => deeds.setDuration(part.id, durationMs)}
        />
        {beats === undefined ? null : (
          <span className="small muted num">{t('part.beats', { count: beats })}</span>
        )}
      </span>
    </div>
  );
}

/** Which product the part shows, for tags in posts. */
function ProductRow({ desk }: { desk: FilmDesk }) {
  const { t } = useTranslation('film');
  const api = useApi();
  const { part, document } = desk;
  const ids = [...new Set([...document.productIds, ...(part.productId ? [part.productId] : [])])];
  const answers = useQueries({
    queries: ids.map((productId) => api.catalogue.get.queryOptions({ input: { productId } })),
  });
  const options = answers.flatMap(({ data }) =>
    data ? [{ value: data.id, label: data.title }] : [],
  );
  const choose = (productId: string) =>
    document.change((film) =>
      changePart(film, part.id, ({ productId: _before, ...rest }) =>
        productId === '' ? rest : { ...rest, productId },
      ),
    );
  return (
    <SelectField
      label={t('part.product')}
      value={part.productId ?? ''}
      options={[{ value: '', label: t('part.noProduct') }, ...options]}
      onChange={choose}
    />
  );
}
